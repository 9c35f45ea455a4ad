using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Tells whether a number is on WhatsApp.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChataloNumber")]
[OutputType(typeof(NumberCheck), typeof(bool))]
public sealed class TestChataloNumberCommand : NumberCommand
{
    /// <summary>Gives only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process(string number)
    {
        var check = Await(new ContactApi(Client).CheckAsync(ResolveDevice(), number, Input, Context));
        WriteObject(Quiet ? check.Exists == true : check);
    }
}
