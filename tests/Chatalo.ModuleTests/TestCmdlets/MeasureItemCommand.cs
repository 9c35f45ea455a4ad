using System.Management.Automation;

namespace Chatalo.ModuleTests.TestCmdlets;

/// <summary>Counts what comes down the pipeline.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Item")]
public sealed class MeasureItemCommand : PSCmdlet
{
    private int _count;

    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    protected override void ProcessRecord() => _count++;

    protected override void EndProcessing() => WriteObject(_count);
}
