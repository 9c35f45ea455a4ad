using System.Management.Automation;
using System.Reflection;

namespace Chatalo.Commands;

/// <summary>
/// Has -Debug show debug messages and ask nothing. The engine asks whether to go on at each warning, error and verbose message of a command that has
/// -Debug alone, in Windows PowerShell at each debug message and each ShouldProcess too: a list would wait for an answer after its first message.
/// </summary>
/// <remarks>
/// PowerShell's MshCommandRuntime keeps the switch and the preference in properties that are not public and have the same names in 5.1 and 7. Where they
/// are missing, -Debug stays as the engine has it.
/// </remarks>
internal static class DebugSwitch
{
    /// <summary>Makes the command's own debug preference Continue, which is what -Debug is for, and takes the switch back.</summary>
    public static void AskNothing(ICommandRuntime runtime)
    {
        const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic;
        var type = runtime.GetType();
        if (type.GetProperty("DebugPreference", Internal) is { CanWrite: true } preference && preference.PropertyType == typeof(ActionPreference)
            && type.GetProperty("Debug", Internal) is { CanWrite: true } given && given.PropertyType == typeof(bool))
        {
            preference.SetValue(runtime, ActionPreference.Continue);
            given.SetValue(runtime, false);
        }
    }
}
