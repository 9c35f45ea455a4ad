using CsCheck;

namespace Chatalo.UnitTests.Client;

/// <summary>The pace against a true fixed window.</summary>
public class RateWindowTests
{
    private static readonly Func<(double, double)> Quick = () => (0.02, 0.03);

    [Theory]
    [InlineData(1, 60)]
    [InlineData(16, 60)]
    [InlineData(16, 1)]
    [InlineData(16, 5)]
    [InlineData(1, 1000)]
    [InlineData(16, 1000)]
    public void Alone_it_uses_three_windows_and_meets_no_429(int concurrency, int limit)
    {
        var sim = new WindowSimulation(limit);
        var client = new SimulatedClient(sim, concurrency, Quick);

        sim.Run(until: 180);

        Assert.Equal(0, client.Refused);
        Assert.InRange(sim.Taken, 0.98 * 3 * limit, 3 * limit);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Answers_out_of_order_cost_nothing(int concurrency)
    {
        var sim = new WindowSimulation(60);
        var random = new Random(1);
        var client = new SimulatedClient(sim, concurrency, () => (random.NextDouble() * 0.2, random.NextDouble() * 0.8));

        sim.Run(until: 180);

        Assert.Equal(0, client.Refused);
        Assert.InRange(sim.Taken, 0.98 * 180, 180);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(16, false)]
    [InlineData(1, true)]
    [InlineData(16, true)]
    public void A_second_client_with_half_of_it_costs_few_429s_and_nothing_is_lost(int concurrency, bool atOnce)
    {
        var sim = new WindowSimulation(60);
        var others = 0;
        if (atOnce)
        {
            // Thirty at the beginning of each minute.
            for (var i = 0; i < 10 * 30; i++)
            {
                sim.At((i / 30 * 60) + 17, Other);
            }
        }
        else
        {
            // One every two seconds.
            for (var i = 0; i < 300; i++)
            {
                sim.At(i * 2, Other);
            }
        }

        var client = new SimulatedClient(sim, concurrency, Quick);

        sim.Run(until: 600);

        Assert.InRange(client.Refused, 0, 10 * 4);
        Assert.InRange(client.MostRefusalsOfOneCall, 0, 5);
        Assert.InRange(sim.Taken, 0.95 * 600, 620);
        Assert.Equal(sim.Taken, client.Sent + others);

        void Other() => others += sim.Count().Status == 200 ? 1 : 0;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Two_of_us_share_without_starving_each_other(int concurrency)
    {
        var sim = new WindowSimulation(60);
        var one = new SimulatedClient(sim, concurrency, Quick);
        var two = new SimulatedClient(sim, concurrency, () => (0.03, 0.05), starts: 7);

        sim.Run(until: 600);

        Assert.InRange(one.Refused, 0, 10 * 5);
        Assert.InRange(two.Refused, 0, 10 * 5);
        Assert.InRange(Math.Max(one.MostRefusalsOfOneCall, two.MostRefusalsOfOneCall), 0, 5);
        Assert.InRange(sim.Taken, 0.95 * 600, 620);
        Assert.InRange(two.Sent, 100, 500);
    }

    [Fact]
    public void Starting_in_the_middle_of_the_others_window_it_does_not_idle_for_one()
    {
        var sim = new WindowSimulation(60);
        for (var i = 0; i < 50; i++)
        {
            sim.At(0, () => sim.Count());
        }

        var client = new SimulatedClient(sim, 4, Quick, starts: 40);
        sim.Run(until: 59.9);
        Assert.Equal(10, client.Sent);

        sim.Run(until: 62);
        Assert.InRange(client.Sent, 11, 70);
        Assert.InRange(client.Refused, 1, 3);
    }

    [Fact]
    public void Retry_After_is_rounded_down_and_hardly_asked_for_twice()
    {
        for (var late = 0.05; late < 1; late += 0.1)
        {
            var sim = new WindowSimulation(60);
            for (var i = 0; i < 60; i++)
            {
                sim.At(0, () => sim.Count());
            }

            var client = new SimulatedClient(sim, 8, Quick, starts: 10 + late);
            sim.Run(until: 61.5);

            Assert.InRange(client.Refused, 1, 2);
            Assert.True(client.Sent > 0);
        }
    }

    [Theory]
    [InlineData(60, 20)]
    [InlineData(20, 60)]
    [InlineData(60, 0)]
    public void A_limit_that_changes_is_followed(int before, int after)
    {
        var sim = new WindowSimulation(before);
        var client = new SimulatedClient(sim, 8, Quick);
        sim.At(70, () => sim.Limit = after);

        sim.Run(until: 310);

        Assert.InRange(client.Refused, 0, after == 0 ? 400 : 8);
        Assert.InRange(sim.Taken, before + (3 * after), (2 * before) + (5 * after));
        Assert.Equal(after, client.Window.Limit);
    }

    [Fact]
    public void A_server_that_states_no_limit_is_not_paced()
    {
        var sim = new WindowSimulation(int.MaxValue);
        var client = new SimulatedClient(sim, 10, () => (0.5, 0.5)) { Says = (status, _) => (status, default) };

        sim.Run(until: 60);

        Assert.InRange(client.Sent, 585, 600);
        Assert.Null(client.Window.Limit);
    }

    [Fact]
    public void Failures_of_a_proxy_without_the_headers_change_nothing()
    {
        var sim = new WindowSimulation(60);
        var asked = 0;
        var client = new SimulatedClient(sim, 8, Quick) { Says = (status, headers) => ++asked % 4 == 1 ? (502, default) : (status, headers) };

        sim.Run(until: 180);

        Assert.Equal(60, client.Window.Limit);
        Assert.InRange(client.Refused, 0, 6);
        Assert.InRange(sim.Taken, 0.95 * 180, 184);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_without_headers_does_not_stop_the_pace_for_ever(bool first)
    {
        var sim = new WindowSimulation(60);
        var asked = 0;
        var client = new SimulatedClient(sim, 1, Quick) { Says = (status, headers) => (++asked == 1) == first ? (200, default) : (status, headers) };

        sim.Run(until: 400);

        Assert.True(client.Sent >= 6 * 60, $"{client.Sent} sent");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(16, true)]
    [InlineData(1, false)]
    [InlineData(16, false)]
    public void Requests_that_die_do_not_stop_the_others(int concurrency, bool counted)
    {
        var sim = new WindowSimulation(60);
        var asked = 0;
        var client = new SimulatedClient(sim, concurrency, Quick) { Loses = () => ++asked % 10 == 1 ? counted : null };

        sim.Run(until: 180);

        Assert.InRange(client.Refused, 0, 9);
        Assert.InRange(sim.Taken, 0.93 * 180, 184);
    }

    [Fact]
    public void The_first_request_of_a_window_that_hangs_holds_the_others_for_seconds_only()
    {
        var sim = new WindowSimulation(60);
        var asked = 0;
        var client = new SimulatedClient(sim, 8, () => ++asked == 1 ? (0.02, 30) : (0.02, 0.03));

        sim.Run(until: 10);

        Assert.InRange(client.Sent, 50, 60);
        Assert.Equal(0, client.Refused);
    }

    [Fact]
    public void Alone_it_never_meets_a_429_whatever_the_latencies() => (
        from concurrency in Gen.Int[1, 20]
        from limit in Gen.Int[20, 100]
        from slowest in Gen.Double[0.01, 20]
        from seed in Gen.Int
        select (concurrency, limit, slowest, seed)).Sample(
        (concurrency, limit, slowest, seed) =>
        {
            var random = new Random(seed);
            var sim = new WindowSimulation(limit);
            // Mostly quick, sometimes very slow, in both directions; never quicker than the clock can tell.
            double Draw() => 0.001 + (Math.Pow(random.NextDouble(), 4) * slowest);
            var client = new SimulatedClient(sim, concurrency, () => (Draw(), Draw()));

            sim.Run(until: 400);

            return client.Refused == 0 && client.Sent >= Math.Min(limit, 400 / (2 * slowest) - 1);
        },
        iter: 2000, threads: 1);

    [Fact]
    public void In_company_everything_is_recovered_and_nothing_stands_still() => (
        from concurrency in Gen.Int[1, 16]
        from limit in Gen.Int[2, 100]
        from company in Gen.Int[1, 16]
        from slowest in Gen.Double[0.01, 3]
        from seed in Gen.Int
        select (concurrency, limit, company, slowest, seed)).Sample(
        (concurrency, limit, company, slowest, seed) =>
        {
            var random = new Random(seed);
            var sim = new WindowSimulation(limit);
            double Draw() => random.NextDouble() * slowest / 2;
            bool? Lose() => random.Next(50) == 0 ? random.Next(2) == 0 : null;
            var one = new SimulatedClient(sim, concurrency, () => (Draw(), Draw())) { Loses = Lose };
            var two = new SimulatedClient(sim, company, () => (Draw(), Draw()), starts: random.NextDouble() * 100) { Loses = Lose };

            sim.Run(until: 1000);
            var half = sim.Taken;
            sim.Run(until: 2000);

            // What the latencies allow, or what the windows do.
            var possible = Math.Min(limit * 1000 / 60.0, concurrency * 1000 / slowest);
            return sim.Taken - half >= 0.6 * possible;
        },
        iter: 500, threads: 1);
}
