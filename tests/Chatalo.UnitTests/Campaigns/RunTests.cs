using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Testing;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A worker from its inputs to their results.</summary>
public sealed class RunTests
{
    [Theory, BothStores]
    public async Task Every_input_gives_one_result_and_every_recipient_gets_one_message(StoreKind kind)
    {
        using var test = new TestStore(kind);
        using var run = new RunHarness(test.Store, test.Store.Ensure("nov", new CampaignSettings()), new RunOptions { ThrottleLimit = 4 });
        var inputs = TestStore.Numbers(50).Concat(TestStore.Numbers(10)).Select(static n => TestStore.Message(n) with { InputObject = new object() }).ToArray();

        var results = await run.FinishAsync(inputs);

        Assert.Null(run.Run.Failure);
        Assert.Equal((50, 10), (results.Count(static r => r.Outcome == SendOutcome.Sent), results.Count(static r => r.Outcome == SendOutcome.Skipped)));
        Assert.Equal(inputs.Select(static i => i.InputObject).ToHashSet(), results.Select(static r => r.InputObject).ToHashSet());
        Assert.Equal(TestStore.Numbers(50), run.Requests.Order(StringComparer.Ordinal));
    }

    [Theory, BothStores]
    public async Task A_message_is_Sending_in_the_store_before_it_goes_and_has_its_outcome_before_it_is_reported(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        var seen = new List<DeliveryStatus>();
        using var other = test.Open();
        using var run = new RunHarness(test.Store, campaign);
        run.Gateway = (message, _) =>
        {
            seen.Add(other.FindDelivery(campaign, message.Recipient.Id)!.Status);
            return Task.FromResult(RunHarness.Sent(message));
        };

        await run.FinishAsync([.. TestStore.Numbers(5).Select(static n => TestStore.Message(n))]);

        Assert.Equal(Enumerable.Repeat(DeliveryStatus.Sending, 5), seen);
        Assert.Equal(5, other.Describe(campaign).Sent);
    }

    [Theory, BothStores]
    public async Task No_more_are_in_flight_in_the_store_than_allowed(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(40));
        using var other = test.Open();
        var most = 0L;
        using var run = new RunHarness(test.Store, campaign, new RunOptions { ThrottleLimit = 3 });
        run.Gateway = async (message, _) =>
        {
            await Task.Yield();
            lock (other)
            {
                most = Math.Max(most, other.Describe(campaign).Sending);
            }

            return RunHarness.Sent(message);
        };

        Assert.Equal(40, (await run.FinishAsync()).Count);
        Assert.InRange(most, 1, 3);
    }

    [Theory, BothStores]
    public async Task Stopped_what_was_in_flight_is_unknown_and_the_rest_is_pending(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        var arrived = new CountdownEvent(2);
        using var run = new RunHarness(test.Store, campaign, new RunOptions { ThrottleLimit = 2 });
        run.Gateway = async (message, token) =>
        {
            arrived.Signal();
            await Task.WhenAny(Task.Delay(Timeout.Infinite, token));
            return run.Sender.Refused(message, new ChataloException(ErrorKind.OutcomeUnknown, "Stopped on the way."));
        };

        run.Begin([.. TestStore.Numbers(5).Select(static n => TestStore.Message(n))]);
        Assert.True(await Task.Run(() => arrived.Wait(TimeSpan.FromSeconds(30))));
        await run.StopAsync();

        var shown = test.Store.Describe(campaign);
        Assert.Equal((0L, 0L), (shown.Sending, shown.Sent));
        Assert.Equal(2, shown.Unknown);
        Assert.All(run.Results, static r => Assert.Equal(SendOutcome.Unknown, r.Outcome));
    }

    [Theory, BothStores]
    public async Task What_had_not_left_when_it_was_stopped_is_pending(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        var arrived = new TaskCompletionSource();
        using var run = new RunHarness(test.Store, campaign);
        run.Gateway = async (message, token) =>
        {
            arrived.TrySetResult();
            await Task.WhenAny(Task.Delay(Timeout.Infinite, token));
            return run.Sender.NotSent(message);
        };

        run.Begin();
        await arrived.Task;
        await run.StopAsync();

        Assert.Equal((DeliveryStatus.Pending, 0), (test.Delivery(campaign, "62811").Status, test.Delivery(campaign, "62811").Attempts));
    }

    [Theory, BothStores]
    public async Task A_gateway_that_takes_nothing_fails_no_recipient_the_device_rests_and_it_is_tried_again(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);
        var campaign = test.Campaign(["62811"]);
        using var run = new RunHarness(test.Store, campaign, new RunOptions { Lease = TimeSpan.FromDays(1), LongestNap = TimeSpan.FromMilliseconds(20) });
        run.Gateway = (message, _) => Task.FromResult(run.Requests.Count < 3
            ? run.Sender.Refused(message, new ChataloException(run.Requests.Count == 1 ? ErrorKind.RateLimited : ErrorKind.Unreachable, "Not now."))
            : RunHarness.Sent(message));

        var result = Assert.Single(await run.FinishAsync());

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Equal((DeliveryStatus.Sent, 3), (test.Delivery(campaign, "62811").Status, test.Delivery(campaign, "62811").Attempts));
    }

    [Theory, BothStores]
    public async Task But_not_for_ever(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(20);
        var campaign = test.Campaign(["62811"]);
        using var run = new RunHarness(test.Store, campaign, new RunOptions { Lease = TimeSpan.FromDays(1), LongestNap = TimeSpan.FromMilliseconds(20) });
        run.Gateway = (message, _) => Task.FromResult(run.Sender.Refused(message, new ChataloException(ErrorKind.Unreachable, "Not now.")));

        var result = Assert.Single(await run.FinishAsync());

        Assert.Equal((SendOutcome.Failed, "Chatalo.Unreachable"), (result.Outcome, result.ErrorId));
        Assert.Equal((DeliveryStatus.Failed, 8), (test.Delivery(campaign, "62811").Status, test.Delivery(campaign, "62811").Attempts));
    }

    [Theory, BothStores]
    public async Task Two_workers_with_the_same_list_give_all_results_and_send_once(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        using var secondStore = test.Open();
        using var first = new RunHarness(test.Store, campaign, new RunOptions { ThrottleLimit = 2 });
        using var second = new RunHarness(secondStore, campaign, new RunOptions { ThrottleLimit = 2 });
        var messages = TestStore.Numbers(60).Select(static n => TestStore.Message(n)).ToArray();

        var results = await Task.WhenAll(first.FinishAsync(messages), second.FinishAsync(messages));

        Assert.All(results, static r => Assert.Equal(60, r.Count));
        Assert.Equal(TestStore.Numbers(60), first.Requests.Concat(second.Requests).Order(StringComparer.Ordinal));
    }

    [Theory, BothStores]
    public async Task A_paused_campaign_records_and_sends_nothing(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        test.Store.Pause(campaign.Id, "lunch");
        using var run = new RunHarness(test.Store, campaign);

        var results = await run.FinishAsync([.. TestStore.Numbers(3).Select(static n => TestStore.Message(n))]);

        Assert.All(results, static r => Assert.Contains("paused (lunch)", r.Reason));
        Assert.Equal((3, 3L), (results.Count, test.Store.Describe(campaign).Pending));
        Assert.Empty(run.Requests);
    }

    [Theory, BothStores]
    public async Task Failures_pause_the_run_and_the_rest_is_kept(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings { MaxFailures = 2 });
        using var run = new RunHarness(test.Store, campaign);
        run.Gateway = (message, _) => Task.FromResult(run.Sender.Refused(message, new ChataloException(ErrorKind.InvalidInput, "No.")));

        var results = await run.FinishAsync([.. TestStore.Numbers(10).Select(static n => TestStore.Message(n))]);

        Assert.Equal((2, 8), (results.Count(static r => r.Outcome == SendOutcome.Failed), results.Count(static r => r.Outcome == SendOutcome.Skipped)));
        Assert.Equal(8, test.Store.Describe(campaign).Pending);
    }

    [Theory, BothStores]
    public async Task What_concerns_the_device_or_the_account_pauses_the_campaign_and_burns_nobody(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        using var run = new RunHarness(test.Store, campaign, new RunOptions { ThrottleLimit = 3, RecordsList = true });
        run.Gateway = (message, _) => Task.FromResult(run.Sender.Refused(message, new ChataloException(ErrorKind.Unauthorized, "The gateway refused the keys (403).", statusCode: 403)));

        var results = await run.FinishAsync([.. TestStore.Numbers(20).Select(static n => TestStore.Message(n))]);

        Assert.InRange(run.Requests.Count, 1, 3);
        Assert.Equal(20, results.Count);
        Assert.All(results, static r => Assert.Equal(SendOutcome.Skipped, r.Outcome));
        var shown = test.Store.Describe(campaign);
        Assert.Equal((20L, 0L, CampaignState.Paused, true), (shown.Pending, shown.Failed, shown.State, shown.IsListComplete));
        Assert.Equal("The gateway refused the keys (403)", shown.PauseReason);
        Assert.Equal((ErrorKind.Unauthorized, 403), (run.Run.PausedBy!.Kind, run.Run.PausedBy.StatusCode));
        Assert.All(TestStore.Numbers(20), n => Assert.Equal(0, test.Delivery(campaign, n).Attempts));

        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: false, retryUnknown: false);
        using var again = new RunHarness(test.Store, campaign, new RunOptions());
        Assert.Equal(20, (await again.FinishAsync()).Count(static r => r.Outcome == SendOutcome.Sent));
        Assert.Null(again.Run.PausedBy);
    }

    [Theory, BothStores]
    public async Task A_session_that_is_disconnected_ends_the_run_and_what_has_not_left_is_pending(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        var isConnected = true;
        using var run = new RunHarness(test.Store, campaign, new RunOptions { ThrottleLimit = 2, IsConnected = () => Volatile.Read(ref isConnected), RecordsList = true });
        run.Gateway = (message, _) =>
        {
            Volatile.Write(ref isConnected, run.Requests.Count < 5);
            return Task.FromResult(Volatile.Read(ref isConnected) ? RunHarness.Sent(message)
                : run.Sender.Refused(message, new ChataloException(ErrorKind.Stopped, "The session was disconnected before it was made.")));
        };

        var results = await run.FinishAsync([.. TestStore.Numbers(43).Select(static n => TestStore.Message(n))]);

        var shown = test.Store.Describe(campaign);
        Assert.Equal((0L, 0L, 0L), (shown.Failed, shown.Unknown, shown.Sending));
        Assert.Equal(43, shown.Sent + shown.Pending);
        Assert.InRange(shown.Sent, 1, 6);
        Assert.True(shown.IsListComplete);
        Assert.Equal(ErrorKind.Stopped, run.Run.Failure!.Kind);
        Assert.Equal(43, results.Count);
        Assert.DoesNotContain(results, static r => r.Outcome == SendOutcome.Failed);
    }

    [Theory, BothStores]
    public async Task A_list_that_is_recorded_to_its_end_is_complete_although_nothing_of_it_is_sent(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        test.Store.SetListComplete(campaign.Id, complete: false);
        var arrived = new TaskCompletionSource();
        using var run = new RunHarness(test.Store, campaign, new RunOptions { RecordsList = true });
        run.Gateway = async (message, token) =>
        {
            arrived.TrySetResult();
            await Task.WhenAny(Task.Delay(Timeout.Infinite, token));
            return run.Sender.NotSent(message);
        };

        run.Begin([.. TestStore.Numbers(500).Select(static n => TestStore.Message(n))]);
        await arrived.Task;
        Assert.False(test.Store.Describe(campaign).IsListComplete);
        run.Run.Complete();
        for (var patience = 3000; !test.Store.Describe(campaign).IsListComplete; patience--)
        {
            Assert.True(patience > 0, "The list is never complete.");
            await Task.Delay(10);
        }

        await run.StopAsync();
        Assert.True(test.Store.Describe(campaign).IsListComplete);
        Assert.Equal(500, test.Store.Describe(campaign).Pending);
    }

    [Theory, BothStores]
    public async Task Retrying_the_unknown_waits_for_the_leases_of_the_dead(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.ClaimOne(campaign, "dead");
        using var run = new RunHarness(test.Store, campaign, new RunOptions { RetriesUnknown = true });

        run.Begin().Run.Complete();
        while (!run.Run.Ended.IsCompleted)
        {
            Assert.True(run.Requests.IsEmpty || test.Clock.GetUtcNow() > test.Delivery(campaign, "62811").CreatedAt + TestStore.Lease);
            test.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }

        Assert.Equal(DeliveryStatus.Sent, test.Delivery(campaign, "62811").Status);
    }

    [Theory, BothStores]
    public async Task A_send_that_breaks_off_is_unknown(StoreKind kind)
    {
        using var test = new TestStore(kind);
        using var run = new RunHarness(test.Store, test.Campaign(["62811"]));
        run.Gateway = static (_, _) => throw new InvalidOperationException("A bug.");

        Assert.Equal(SendOutcome.Unknown, Assert.Single(await run.FinishAsync()).Outcome);
    }

    [Theory, BothStores]
    public async Task An_input_that_is_read_while_its_message_is_already_on_its_way_has_its_result(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        var number = TestStore.Numbers(1).Single();
        // Another worker's list brought it into the store.
        test.Store.Exchange(new TurnRequest(campaign.Id, "other", TimeSpan.FromMinutes(1)) { Imports = [TestStore.Message(number)] });
        using var run = new RunHarness(test.Store, campaign);
        var left = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        run.Gateway = async (message, _) =>
        {
            left.SetResult();
            await answer.Task;
            return RunHarness.Sent(message);
        };

        run.Begin();
        await left.Task.WaitAsync(TimeSpan.FromMinutes(1));
        run.Run.Start(TestStore.Message(number) with { InputObject = "the row" });
        answer.SetResult();
        run.Run.Complete();
        await run.Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));

        var result = Assert.Single(run.Results);
        Assert.Equal((SendOutcome.Sent, "the row"), (result.Outcome, result.InputObject));
    }

    [Theory, BothStores]
    public async Task What_was_held_back_until_others_took_it_for_unknown_is_a_failure_of_its_input(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([]);
        using var run = new RunHarness(test.Store, campaign, new RunOptions { Lease = TestStore.Lease });
        run.Gateway = (message, _) =>
        {
            test.Clock.Advance(TestStore.Lease * 2);
            test.Claim(campaign, owner: "other");
            return Task.FromResult(run.Sender.NotSent(message));
        };

        await run.FinishAsync(TestStore.Message("62811") with { InputObject = "row" });

        var report = Assert.Single(run.Reports);
        Assert.Equal((SendOutcome.Failed, "Chatalo.Stopped", "row"), (report.Result.Outcome, report.Result.ErrorId, report.Result.InputObject));
        Assert.Contains("-RetryFailed", report.Error!.RecommendedAction);
        Assert.Equal(["62811"], run.Requests);
    }

    [Theory, BothStores]
    public async Task Two_workers_read_the_same_list_to_its_end_however_long_it_is(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        using var secondStore = test.Open();
        // The first may keep so few inputs that those which the second sent soon fill its room.
        using var first = new RunHarness(test.Store, campaign, new RunOptions { ReadAhead = 4, LongestNap = TimeSpan.FromMilliseconds(20) });
        using var second = new RunHarness(secondStore, campaign, new RunOptions { ThrottleLimit = 4 });
        first.Gateway = async (message, _) =>
        {
            await Task.Delay(20);
            return RunHarness.Sent(message);
        };
        var messages = TestStore.Numbers(60).Select(static n => TestStore.Message(n) with { InputObject = n }).ToArray();

        var all = second.FinishAsync(messages);
        first.Begin();
        foreach (var message in messages)
        {
            for (var patience = 3000; !first.Run.HasRoom; patience--)
            {
                Assert.True(patience > 0, "The list is not read to its end.");
                await Task.Delay(10);
            }

            first.Run.Start(message);
        }

        first.Run.Complete();
        await first.Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        // It may also have sent what it had not read yet.
        Assert.Equal(TestStore.Numbers(60), first.Results.Select(static r => r.InputObject).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(60, (await all).Count);
        Assert.Equal(TestStore.Numbers(60), first.Requests.Concat(second.Requests).Order(StringComparer.Ordinal));
    }

    [Theory, BothStores]
    public async Task An_input_that_is_read_while_its_outcome_is_recorded_has_one_result(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(1));
        var whileRecording = new Interruption();
        using var store = new CampaignStore(test.Address, whileRecording);
        using var run = new RunHarness(store, campaign, new RunOptions { ThrottleLimit = 1 });
        run.Gateway = (message, _) =>
        {
            // With its one message in flight the run does not use the store again before it records what became of it.
            whileRecording.Once(() =>
            {
                run.Run.Start(TestStore.Message(message.Recipient.Id) with { InputObject = "row" });
                run.Run.Complete();
            });
            return Task.FromResult(RunHarness.Sent(message));
        };

        run.Begin();
        await run.Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));

        var result = Assert.Single(run.Results);
        Assert.Equal((SendOutcome.Sent, "row"), (result.Outcome, result.InputObject));
        Assert.Single(run.Requests);
    }

    [PostgresFact]
    public async Task A_store_that_is_not_there_sends_nothing()
    {
        using var server = PrivatePostgres.StartNew();
        using var store = new CampaignStore(StoreAddress.Parse(server.ConnectionString, static p => p));
        var campaign = store.Ensure("nov", new CampaignSettings());
        store.Exchange(TestStore.Turn(campaign, "importer") with { Imports = [TestStore.Message("62811")] });
        server.Stop();
        using var run = new RunHarness(store, campaign, new RunOptions { Patience = TimeSpan.FromMilliseconds(200) });

        Assert.Empty(await run.FinishAsync(TestStore.Message("62812")));

        Assert.Equal(ErrorKind.StoreUnavailable, run.Run.Failure!.Kind);
        Assert.Empty(run.Requests);
    }

    [PostgresFact]
    public async Task Connections_that_break_at_any_byte_send_nothing_twice_and_forget_nobody()
    {
        using var server = PrivatePostgres.StartNew();
        using var way = new BreakingProxy(server.Port, seed: 20251122);
        var direct = StoreAddress.Parse(server.ConnectionString, static p => p);
        using var store = new CampaignStore(StoreAddress.Parse(server.ConnectionString.Replace($"Port={server.Port}", $"Port={way.Port}", StringComparison.Ordinal), static p => p));
        using var sure = new CampaignStore(direct);
        var campaign = sure.Ensure("nov", new CampaignSettings());
        sure.Exchange(TestStore.Turn(campaign, "importer") with { Imports = [.. TestStore.Numbers(200).Select(static n => TestStore.Message(n))] });
        using var run = new RunHarness(store, campaign, new RunOptions { ThrottleLimit = 4 });

        var results = await run.FinishAsync();

        Assert.Null(run.Run.Failure);
        Assert.InRange(way.Breaks, 5, int.MaxValue);
        Assert.All(results, static r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(TestStore.Numbers(200), run.Requests.Order(StringComparer.Ordinal));
        Assert.Equal((200L, 200), (sure.Describe(campaign).Sent, results.Count));
    }

    [PostgresFact]
    public async Task A_store_that_goes_away_stops_the_sending_until_it_is_back()
    {
        using var server = PrivatePostgres.StartNew();
        using var store = new CampaignStore(StoreAddress.Parse(server.ConnectionString, static p => p));
        var campaign = store.Ensure("nov", new CampaignSettings());
        using var run = new RunHarness(store, campaign, new RunOptions { ThrottleLimit = 2 });
        var isDown = false;
        var down = new TaskCompletionSource();
        var sentWhileDown = 0;
        run.Gateway = async (message, _) =>
        {
            if (Volatile.Read(ref isDown))
            {
                Interlocked.Increment(ref sentWhileDown);
            }
            else if (message.Recipient.Id == TestStore.Numbers(10).Last())
            {
                server.Stop();
                Volatile.Write(ref isDown, true);
                down.SetResult();
            }

            await Task.Yield();
            return RunHarness.Sent(message);
        };

        run.Begin([.. TestStore.Numbers(40).Select(static n => TestStore.Message(n))]).Run.Complete();
        await down.Task;
        while (run.Told.IsEmpty)
        {
            await Task.Delay(20);
        }

        Volatile.Write(ref isDown, false);
        server.Start();
        await run.Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Null(run.Run.Failure);
        Assert.Equal(0, sentWhileDown);
        Assert.Equal(TestStore.Numbers(40), run.Requests.Order(StringComparer.Ordinal));
        Assert.Equal(40, store.Describe(campaign).Sent);
    }

    [PostgresFact]
    public async Task A_store_that_stays_away_ends_the_run_and_the_same_list_goes_on_later()
    {
        using var server = PrivatePostgres.StartNew();
        var address = StoreAddress.Parse(server.ConnectionString, static p => p);
        using var store = new CampaignStore(address);
        var campaign = store.Ensure("nov", new CampaignSettings());
        var messages = TestStore.Numbers(20).Select(static n => TestStore.Message(n)).ToArray();
        using var run = new RunHarness(store, campaign, new RunOptions { Patience = TimeSpan.FromMilliseconds(200), Lease = TimeSpan.FromSeconds(3) });
        run.Gateway = (message, _) =>
        {
            if (message.Recipient.Id == TestStore.Numbers(5).Last())
            {
                server.Stop();
            }

            return Task.FromResult(RunHarness.Sent(message));
        };

        await run.FinishAsync(messages);
        Assert.Equal(ErrorKind.StoreUnavailable, run.Run.Failure!.Kind);
        Assert.Contains("1 messages could not be recorded", run.Run.Failure.Message);
        Assert.Equal(5, run.Requests.Count);
        // The user is told of the last one too, though the store was not.
        Assert.Equal(Enumerable.Repeat(SendOutcome.Sent, 5), run.Results.Select(static r => r.Outcome));

        server.Start();
        using var again = new RunHarness(store, campaign, new RunOptions { Lease = TimeSpan.FromSeconds(3) });
        var results = await again.FinishAsync(messages);

        Assert.Null(again.Run.Failure);
        Assert.Equal(20, results.Count);
        Assert.Equal(15, again.Requests.Count);
        Assert.Equal((19L, 1L), (store.Describe(campaign).Sent, store.Describe(campaign).Unknown));
    }

    /// <summary>A clock that has something happen when a transaction asks for the time.</summary>
    private sealed class Interruption : TimeProvider
    {
        private Action? _once;

        public void Once(Action what) => _once = what;

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref _once, null)?.Invoke();
            return base.GetUtcNow();
        }
    }
}
