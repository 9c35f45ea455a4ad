using System.Management.Automation;

namespace Chatalo.ModuleTests.TestCmdlets;

/// <summary>Each object as Export-CliXml would write it.</summary>
[Cmdlet(VerbsData.ConvertTo, "CliXmlText")]
public sealed class ConvertToCliXmlTextCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    [Parameter]
    public int Depth { get; set; } = 2;

    protected override void ProcessRecord() => WriteObject(PSSerializer.Serialize(InputObject, Depth));
}
