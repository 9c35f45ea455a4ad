using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Records that a number wants messages again. A campaign that skipped it sends to it when its list is imported again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChataloOptOut", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChataloOptOutCommand : OptOutCommand
{
    private protected override void Act(string number)
    {
        if (ShouldProcess(E164.Format(number), "Remove opt-out") && !OpenStore.RemoveOptOut(number))
        {
            throw new ChataloException(ErrorKind.NotFound, $"{E164.Format(number)} has not opted out.", "Get-ChataloOptOut lists those who have.");
        }
    }
}
