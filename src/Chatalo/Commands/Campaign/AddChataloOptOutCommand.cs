using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Records that a number is to get no message: every campaign of the store skips it, whatever list it is in.</summary>
[Cmdlet(VerbsCommon.Add, "ChataloOptOut", SupportsShouldProcess = true)]
[OutputType(typeof(OptOut))]
public sealed class AddChataloOptOutCommand : OptOutCommand
{
    /// <summary>Why, for your records. Without it a column Reason of the input counts.</summary>
    [Parameter]
    [AllowEmptyString]
    [AllowNull]
    public string? Reason { get; set; }

    /// <summary>Writes what was recorded; without it nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Act(string number)
    {
        if (ShouldProcess(E164.Format(number), "Add opt-out"))
        {
            var reason = MyInvocation.BoundParameters.ContainsKey(nameof(Reason)) ? Reason : InputColumn.TryRead(InputObject, ["Reason"], out var cell) ? InputValue.Text(cell, "reason") : null;
            var added = OpenStore.AddOptOut(number, string.IsNullOrWhiteSpace(reason) ? null : reason);
            if (PassThru)
            {
                WriteObject(added);
            }
        }
    }
}
