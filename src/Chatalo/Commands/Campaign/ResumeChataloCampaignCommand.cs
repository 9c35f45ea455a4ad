using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Campaigns;
using Chatalo.Completion;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>Sends what a campaign's store holds, without the list: one result for each message.</summary>
[Cmdlet(VerbsLifecycle.Resume, "ChataloCampaign", SupportsShouldProcess = true)]
[OutputType(typeof(SendResult))]
public sealed class ResumeChataloCampaignCommand : SessionCommand
{
    private SendOutput? _output;
    private CampaignSending? _campaign;
    private CampaignRun? _run;

    /// <summary>The campaign's name. From the pipeline come names and campaigns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Campaign", "CampaignName")]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public object? Name { get; set; }

    /// <summary>
    /// The store: a path of a SQLite file, or Host=…;Database=…;Username=…;Password=… of PostgreSQL. By default the session's, then what the variable
    /// CHATALO_STORE says, then a file of the user.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>Sends again what surely was not delivered.</summary>
    [Parameter]
    public SwitchParameter RetryFailed { get; set; }

    /// <summary>Sends again what may have been delivered: some recipients may get the message twice. Waits for the leases of workers that died.</summary>
    [Parameter]
    public SwitchParameter RetryUnknown { get; set; }

    /// <summary>How many requests may be in flight at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [InvariantArgument(typeof(int))]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Changes the gap between two messages of a device, in seconds: 5, or 5-10.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Interval { get; set; }

    /// <summary>Changes the most messages of a device in a day, in the zone that the device's first message settled.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? DailyLimit { get; set; }

    /// <summary>Has the days of the campaign's devices begin at midnight of the session's zone from now on, instead of the zone that their first message settled.</summary>
    [Parameter]
    public SwitchParameter UseSessionZone { get; set; }

    /// <summary>Changes the hours in which messages go, such as 08:00-20:00, in the session's zone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Between { get; set; }

    /// <summary>Changes how many failed or unknown messages pause the campaign.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? MaxFailures { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var name = CampaignArguments.NameOf(Name);
        if (!ShouldProcess(name, "Resume campaign"))
        {
            return;
        }

        var settings = CampaignArguments.Read(CampaignArguments.ParseInterval(Interval), DailyLimit, Between, MaxFailures, ActiveSession);
        _campaign?.Dispose();
        var campaign = _campaign = CampaignSending.Resume(
            name, StoreArgument.Find(Store, ActiveSession, ResolvePath), settings, RetryFailed, RetryUnknown, ActiveSession, UseSessionZone, WaitForStore());
        var before = campaign.Describe();
        if (!before.IsListComplete)
        {
            WriteWarning($"The list of the campaign '{before.Name}' was not recorded to its end: pipe the same list to Send-ChataloMessage again for the rest.");
        }

        Send(campaign, (int)Math.Min(before.Pending, int.MaxValue));
        var after = campaign.Describe();
        if (after.State == CampaignState.Paused)
        {
            WriteWarning(CampaignTexts.IsPaused(after));
        }

        if (after.Sending > 0)
        {
            WriteWarning($"{after.Sending} messages of '{after.Name}' are in flight at other workers, or died with one: those become Unknown when their leases end.");
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && _run is { IsDone: false })
        {
            // The pipeline takes nothing more. What is on its way gets a moment to end well; the rest is stopped.
            _output!.Interrupt();
            _run.Close();
            WaitQuietly(_run.Ended);
            StopProcessing();
            WaitQuietly(_run.Ended);
            Drain();
            _output.Tell(ActiveSession, Host, isCampaign: true);
        }

        base.Dispose(disposing);
        if (disposing)
        {
            _campaign?.Dispose();
        }
    }

    private void Send(CampaignSending campaign, int expected)
    {
        var tally = new SendTally();
        var progress = new SendProgress(tally, expected, WriteProgress);
        _output = new SendOutput(tally, new SendLog(), StopToken, WriteObject, WriteError);
        _run = campaign.Run(
            ThrottleLimit, RetryUnknown, new MessageSender(Client, TimeProvider.System), Context, Post,
            report =>
            {
                _output.Emit(report);
                if (!_output.WasInterrupted)
                {
                    progress.Update();
                }
            },
            TellWhileHeard(WriteWarning));
        _run.Complete();
        var run = _run;
        AwaitUntil(() => run.IsDone);
        progress.Complete();
        if (run.Failure is { } failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, Name));
        }

        if (run.PausedBy is { } cause)
        {
            WriteError(cause, Name);
        }
    }
}
