using System.Collections;
using System.Management.Automation;
using Chatalo.Json;
using Chatalo.Webhooks;

namespace Chatalo.Commands;

/// <summary>
/// Makes messages of what the gateway posted: a JSON text, its lines or its bytes, an object that was parsed already, or
/// the $WebhookData of an Azure Automation runbook in any form that the runbook may get it in.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "ChataloWebhook")]
[OutputType(typeof(IncomingMessage))]
public sealed class ConvertFromChataloWebhookCommand : ChataloCommand
{
    private const int DeepestList = 8;

    private readonly JsonTextBuffer _lines = new();
    private readonly List<byte> _bytes = [];

    /// <summary>The body of the post, or what holds it. A byte array is one body; bytes that come one by one are one body too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("WebhookData", "Body")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? InputObject { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => InputObject;

    /// <inheritdoc />
    protected override void Process() => Add(InputObject, 0);

    /// <inheritdoc />
    protected override void End()
    {
        WriteBytes();
        WriteOpenLines();
    }

    private void Add(object? value, int depth)
    {
        value = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        if (value is byte one)
        {
            _bytes.Add(one);
            return;
        }

        WriteBytes();
        switch (value)
        {
            case string line when _lines.Add(line) is { } text:
                Write(WebhookReader.Read(text));
                break;
            case string:
                break;
            case byte[] body:
                Write(WebhookReader.Read(BodyText.Decode(body)));
                break;
            case IncomingMessage message:
                WriteObject(message);
                break;
            case IEnumerable list and not IDictionary when depth < DeepestList:
                foreach (var item in list)
                {
                    Add(item, depth + 1);
                }

                break;
            default:
                Write(WebhookReader.Read(value is null ? "" : ObjectJson.Write(PlainValue.Of(value))));
                break;
        }
    }

    private void WriteBytes()
    {
        if (_bytes.Count > 0)
        {
            var body = _bytes.ToArray();
            _bytes.Clear();
            Write(WebhookReader.Read(BodyText.Decode(body)));
        }
    }

    private void WriteOpenLines()
    {
        var lines = _lines.TakeOpen();
        if (lines.Count == 0)
        {
            return;
        }

        var whole = WebhookReader.Read(string.Join("\n", lines));
        Write(whole);
        if (whole.Messages.Count > 0)
        {
            return;
        }

        // A line that was cut off must not take the events after it along.
        foreach (var message in lines.SelectMany(line => WebhookReader.Read(line).Messages).Where(m => m.Id is not null || m.DeviceId is not null))
        {
            WriteObject(message);
        }
    }

    private void Write(WebhookContent content)
    {
        foreach (var message in content.Messages)
        {
            WriteObject(message);
        }

        foreach (var problem in content.Problems)
        {
            WriteError(problem, InputObject);
        }
    }
}
