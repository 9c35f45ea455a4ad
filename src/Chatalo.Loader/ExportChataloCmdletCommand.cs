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

    /// <summary>Has one module export the cmdlets of another.</summary>
    /// <param name="from">The binary module.</param>
    /// <param name="to">The module that imported it.</param>
    public static void Export(PSModuleInfo from, PSModuleInfo to)
    {
        foreach (var cmdlet in from.ExportedCmdlets.Values)
        {
            Add?.Invoke(to, [cmdlet]);
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord() => Export(Module!, SessionState.Module);
}
