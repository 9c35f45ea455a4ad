using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Records that a number wants messages again. A campaign that skipped it sends to it when its list is imported again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChataloOptOut", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChataloOptOutCommand : OptOutCommand
{
    private protected override void Act(string number)
    {
        if (ShouldProcess(number, "Remove opt-out") && !OpenStore.RemoveOptOut(number))
        {
            throw new ChataloException(ErrorKind.NotFound, $"{number} has not opted out.", "Get-ChataloOptOut lists those who have.");
        }
    }
}
