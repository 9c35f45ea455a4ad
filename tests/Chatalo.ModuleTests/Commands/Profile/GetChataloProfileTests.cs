using System.Collections;
using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Profile;

/// <summary>The account.</summary>
public sealed class GetChataloProfileTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void It_shows_the_account_with_its_devices()
    {
        var profile = _chat.Invoke("Get-ChataloProfile").Single();

        Assert.Equal("Chatalo.Profile", profile.BaseObject.GetType().FullName);
        Assert.Equal("Trimun", profile.Properties["FirstName"].Value);
        Assert.Equal("demo@example.com", profile.Properties["Email"].Value);
        Assert.Equal("Premium", profile.Properties["Plan"].Value);
        Assert.Equal(TimeSpan.FromHours(7), Assert.IsType<DateTimeOffset>(profile.Properties["ExpiresOn"].Value).Offset);
        Assert.Equal(3, ((ICollection)profile.Properties["AssignedDevices"].Value).Count);
    }

    [Fact]
    public void Its_devices_bind_onward() => Assert.Equal(
        [true, false, true], _chat.Invoke("(Get-ChataloProfile).AssignedDevices | Test-ChataloDevice").Ok().Values<bool>());

    [Fact]
    public void Unknown_fields_are_kept()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":{"first_name":"A","plan":7,"credit":{"left":12}},"meta":{"code":200}}""" });

        var profile = _chat.Invoke("Get-ChataloProfile").Single();

        Assert.Equal("7", profile.Properties["Plan"].Value);
        Assert.Equal(12L, Convert.ToInt64(_chat.Invoke("(Get-ChataloProfile).AdditionalProperties['credit']['left']").Single().BaseObject, null));
    }

    [Fact]
    public void An_answer_without_an_object_is_unexpected()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":"none","meta":{"code":200}}""" });

        _chat.Invoke("Get-ChataloProfile").OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);
    }

    [Fact]
    public void The_code_in_the_body_counts_where_http_says_all_is_well()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":[],"meta":{"code":403,"message":"Unauthorized"}}""" });

        _chat.Invoke("Get-ChataloProfile").OneError("Chatalo.Unauthorized", ErrorCategory.AuthenticationError);
    }

    public void Dispose() => _chat.Dispose();
}
