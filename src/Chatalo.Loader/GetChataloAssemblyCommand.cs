using System.Management.Automation;
using System.Reflection;

namespace Chatalo.Loader;

/// <summary>Get-ChataloAssembly: gives Chatalo.psm1 the assembly with the cmdlets. It is not exported to users.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloAssembly")]
[OutputType(typeof(Assembly))]
public sealed class GetChataloAssemblyCommand : PSCmdlet
{
    // Runspaces import at the same time, and all get the same.
    private static readonly Lazy<Assembly> Module = new(static () => ModuleAssembly.Load(Path.GetDirectoryName(typeof(GetChataloAssemblyCommand).Assembly.Location)!));

    /// <inheritdoc />
    protected override void EndProcessing() => WriteObject(Module.Value);
}
