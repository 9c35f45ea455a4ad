using System.Management.Automation;
using System.Reflection;

namespace Chatalo.Loader;

/// <summary>Get-ChataloAssembly: gives Chatalo.psm1 the assembly with the cmdlets. It is not exported to users.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloAssembly")]
[OutputType(typeof(Assembly))]
public sealed class GetChataloAssemblyCommand : PSCmdlet
{
    /// <summary>The folder that holds Chatalo.dll and its dependencies.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Folder { get; set; } = "";

    /// <inheritdoc />
    protected override void EndProcessing() => WriteObject(ModuleLoadContext.LoadModule(Folder));
}
