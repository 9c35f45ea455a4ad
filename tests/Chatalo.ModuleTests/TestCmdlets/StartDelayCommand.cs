using System.Management.Automation;

namespace Chatalo.ModuleTests.TestCmdlets;

/// <summary>Waits, or hands each object on after a wait; Ctrl+C ends it at once.</summary>
[Cmdlet(VerbsLifecycle.Start, "Delay")]
public sealed class StartDelayCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    [Parameter(Mandatory = true)]
    public int Milliseconds { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    public void Dispose() => _stop.Dispose();

    protected override void ProcessRecord()
    {
        try
        {
            Task.Delay(Milliseconds, _stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        if (MyInvocation.ExpectingInput)
        {
            WriteObject(InputObject);
        }
    }

    protected override void StopProcessing() => _stop.Cancel();
}
