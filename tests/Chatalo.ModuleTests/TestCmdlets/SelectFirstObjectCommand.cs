using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;

namespace Chatalo.ModuleTests.TestCmdlets;

/// <summary>
/// Ends the pipeline after the first n objects exactly as Select-Object -First does, which the bare engine lacks: with the
/// engine's internal exception, which comes out of the upstream cmdlet's WriteObject.
/// </summary>
[Cmdlet(VerbsCommon.Select, "FirstObject")]
public sealed class SelectFirstObjectCommand : PSCmdlet
{
    private static readonly ConstructorInfo StopUpstream = typeof(PSCmdlet).Assembly
        .GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!
        .GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(InternalCommand)])!;

    private int _taken;

    [Parameter(Mandatory = true)]
    public int First { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (_taken++ < First)
        {
            WriteObject(InputObject);
        }

        if (_taken >= First)
        {
            throw (Exception)StopUpstream.Invoke([this]);
        }
    }
}
