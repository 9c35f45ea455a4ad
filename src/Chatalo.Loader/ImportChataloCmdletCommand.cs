using System.Management.Automation;
using System.Reflection;

namespace Chatalo.Loader;

/// <summary>Import-ChataloCmdlet: gives Chatalo.psm1 the cmdlets of Chatalo.dll, for it to export. The manifest exports those only.</summary>
[Cmdlet(VerbsData.Import, "ChataloCmdlet")]
public sealed class ImportChataloCmdletCommand : PSCmdlet
{
    // Runspaces import at the same time, and all get the same.
    private static readonly Lazy<Assembly> Cmdlets = new(static () => ModuleAssembly.Load(Path.GetDirectoryName(typeof(ImportChataloCmdletCommand).Assembly.Location)!));

    // The engine exports by itself only at the first import of an assembly from a private context; later ones find it analysed and export
    // nothing (PowerShell#20710). It has no public way. Should this one go, first imports still work.
    private static readonly MethodInfo? Export = typeof(PSModuleInfo).GetMethod("AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic);

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Import-Module").AddParameter("Assembly", Cmdlets.Value).AddParameter("PassThru");
        foreach (var cmdlet in shell.Invoke<PSModuleInfo>().SelectMany(static m => m.ExportedCmdlets.Values))
        {
            Export?.Invoke(SessionState.Module, [cmdlet]);
        }
    }
}
