using System.Management.Automation;
using System.Reflection;

namespace Chatalo.Loader;

/// <summary>
/// Export-ChataloCmdlet: has Chatalo.psm1 export the cmdlets of the binary module piped in. The engine does so by itself only at
/// the first import of an assembly from a private context; later ones find it analysed and export nothing (PowerShell#20710).
/// It is not exported to users.
/// </summary>
[Cmdlet(VerbsData.Export, "ChataloCmdlet")]
public sealed class ExportChataloCmdletCommand : PSCmdlet
{
    // The engine has no public way. Should this one go, first imports still work.
    private static readonly MethodInfo? Add = typeof(PSModuleInfo).GetMethod("AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic);

    /// <summary>The binary module.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSModuleInfo? Module { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var cmdlet in Module!.ExportedCmdlets.Values)
        {
            Add?.Invoke(SessionState.Module, [cmdlet]);
        }
    }
}
