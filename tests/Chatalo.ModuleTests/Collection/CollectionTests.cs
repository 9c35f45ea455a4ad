using System.Text.Json;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Collection;

/// <summary>All that the vendor documents works against any server that speaks it: address and keys are all that is assumed.</summary>
public sealed class CollectionTests : IDisposable
{
    private const string DeviceId = "c7276ae0-c306-4896-8fda-xxxxxxxxxxxx";
    private const string Number = "6288975091234";

    private readonly CollectionServer _server = new();
    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    public CollectionTests() => _session.Invoke(
        "$null = Connect-Chatalo -PublicKey PUBLIC-KEY-1 -SecretKey SECRET-KEY-1 -BaseUri $gateway -Device $device -SkipCheck",
        ("gateway", _server.BaseUri), ("device", DeviceId), ("folder", _folder), ("number", Number)).Ok();

    /// <summary>Request, command, and a property of the first object it gives with its value as in the example.</summary>
    public static TheoryData<string, string, string?, string?> Requests => new()
    {
        { "Profile/Get Profile", "Get-ChataloProfile", "Plan", "Premium" },
        { "Profile/Get Logs", "Get-ChataloLog -First 1", "IPAddress", "172.20.0.1" },
        { "Device/Get Device", "Get-ChataloDevice -First 1", "Status", null },
        { "Device/Add Device", "New-ChataloDevice 'Sela - CS' 85171631234 -CountryCode 62 -ApiEnabled $false", "Name", "Sela - CS" },
        { "Device/Detail Device", "Get-ChataloDevice -Id $device", "Name", "Sela - CS" },
        { "Device/Edit Device", "Set-ChataloDevice $device -Name 'Sela - CSX' -Number 85171635322 -CountryCode 62 -ApiEnabled $false -PassThru", "Name", "Sela - CSR" },
        { "Device/Connect WhatsApp (Generate QR)", "Connect-ChataloDevice $device", "ContentType", "image/png" },
        { "Device/Check WhatsApp Connection Status", "Test-ChataloDevice | ForEach-Object { [pscustomobject]@{ Linked = $_ } }", "Linked", "False" },
        { "Device/Disconnect WhatsApp", "Disconnect-ChataloDevice $device -Confirm:$false", null, null },
        { "Device/Delete Device", "Remove-ChataloDevice $device -Confirm:$false", null, null },
        { "Contact/Get Contact List", "Get-ChataloContact -First 1", "Name", "Arik" },
        { "Contact/Get Profile Picture", "Get-ChataloContactPicture $number", "Url", "WHATSAPP-PROFILE-PICTURE-URL" },
        { "Contact/Check Number", "Test-ChataloNumber $number", "Exists", "True" },
        { "Group/Get Group List", "Get-ChataloGroup -First 1", "Id", "628156875832-1503xxxxxx" },
        { "Group/Get Group Detail", "Get-ChataloGroup -Id 120363037968xxxxxx", "ParticipantCount", "15" },
        { "Message/Personal/Send Text Message", "Send-ChataloMessage $number 'YOUR-MESSAGE'", "Outcome", "Sent" },
        { "Message/Personal/Send Caption Message", "Send-ChataloMessage $number 'YOUR-MESSAGE' -Url https://i.imgflip.com/2zxmg9.jpg", "Outcome", "Sent" },
        { "Message/Personal/Send File", "Send-ChataloMessage $number -Url https://i.imgflip.com/2zxmg9.jpg", "Outcome", "Sent" },
        { "Message/Group/Send Text Message", "Send-ChataloMessage -GroupId 120363037968xxxxxx -Message 'YOUR-MESSAGE'", "Outcome", "Sent" },
        { "Message/Group/Send Caption Message", "Send-ChataloMessage -GroupId 120363037968xxxxxx -Message 'YOUR-MESSAGE' -Url https://i.imgflip.com/2zxmg9.jpg", "Outcome", "Sent" },
        { "Message/Group/Send File", "Send-ChataloMessage -GroupId 120363037968xxxxxx -Url https://i.imgflip.com/2zxmg9.jpg", "Outcome", "Sent" },
        { "Message/Download Message Media", "Save-ChataloMedia eyJpdiI6ImV3d... -Destination $folder -FileName a", "Name", "a.jpg" },
        { "One-Time Password (OTP)/Send OTP", "Send-ChataloOtp $number 'Your OTP code is: {otp_code}' -TimeoutSec 120 -MaxAttempts 5", "RequestId", "a785a9d3-2d5b-4f18-8506-xxxxxxxxxxxx" },
        { "One-Time Password (OTP)/Validate OTP", "Confirm-ChataloOtp 147bb586-db16-4b6c-8da3-xxxxxxxxxxxx 637026", "IsValid", "True" },
        { "Webhook/Get Webhook", "Get-ChataloWebhook", "Url", "YOUR-WEBHOOK-URL" },
        { "Webhook/Set Webhook", "Set-ChataloWebhook https://hooks.example/in -PassThru", "Url", "YOUR-WEBHOOK-URL" },
        { "Webhook/Unset Webhook", "Remove-ChataloWebhook -Confirm:$false", null, null },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_documented_request_goes_out_as_documented_and_its_example_is_read(string name, string command, string? property, string? value)
    {
        var documented = DocumentedRequest.Named(name);

        var run = _session.Invoke(command).Ok();

        // Editing reads first, because the gateway wants every field.
        var request = Assert.Single(_server.Received, r => r.Method == documented.Method);
        Assert.Equal(documented.Path.Replace(":deviceId", DeviceId, StringComparison.Ordinal), request.Path);
        Assert.Equal("PUBLIC-KEY-1", request.Headers["X-Public-Key"]);
        Assert.Equal("SECRET-KEY-1", request.Headers["X-Secret-Key"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.All(request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries), part => Assert.Contains(part.Split('=')[0], documented.QueryNames));
        AssertBody(documented.Body, request.Body);
        if (property is null)
        {
            Assert.Empty(run.Output);
            return;
        }

        var read = run.Output[0].Properties[property].Value;
        Assert.NotNull(read);
        Assert.Equal(value ?? read.ToString(), read.ToString());
    }

    [Fact]
    public void Every_documented_request_is_tested_here()
    {
        var tested = Requests.Select(static row => (string)((object[])row)[0]).ToList();

        Assert.Equal(27, DocumentedRequest.All.Count);
        Assert.Empty(DocumentedRequest.All.Select(static r => r.Name).Except(tested));
    }

    public void Dispose()
    {
        _session.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The same fields of the same kinds; and the same values, but for those that the vendor has hidden or we have chosen.
    private static void AssertBody(JsonElement? documented, JsonElement? sent)
    {
        Assert.Equal(documented is null, sent is null);
        if (documented is not { } wanted || sent is not { } got)
        {
            return;
        }

        Assert.Equal(wanted.EnumerateObject().Select(static p => p.Name).Order(), got.EnumerateObject().Select(static p => p.Name).Order());
        foreach (var field in wanted.EnumerateObject())
        {
            var value = got.GetProperty(field.Name);
            Assert.Equal(field.Value.ValueKind, value.ValueKind);
            if (field.Name is not "number" && field.Value.ToString() is not "YOUR-WEBHOOK-URL")
            {
                Assert.Equal(field.Value.ToString(), value.ToString());
            }
        }
    }
}
