using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Shows the account behind the keys, with its devices.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloProfile")]
[OutputType(typeof(Profile))]
public sealed class GetChataloProfileCommand : SessionCommand
{
    /// <inheritdoc />
    protected override void Process() => WriteObject(Await(new ProfileApi(Client).GetAsync(Context)));
}
