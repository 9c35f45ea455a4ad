using System.Text;
using System.Text.Json;
using Chatalo.Text;

namespace Chatalo.Json;

/// <summary>
/// Finds the incoming messages in a text: an event, an array of events, or Azure Automation's $WebhookData with the event in its
/// RequestBody. https://learn.microsoft.com/azure/automation/automation-webhooks
/// </summary>
internal sealed class WebhookReader
{
    // A body in a $WebhookData in a JSON string: what quotes its content more often was not made by a gateway.
    private const int DeepestWrapping = 4;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    private readonly List<IncomingMessage> _messages = [];
    private readonly List<ChataloException> _problems = [];
    private readonly int _maximum;

    private WebhookReader(int maximum) => _maximum = maximum;

    /// <param name="text">The text; anything at all.</param>
    /// <param name="maximum">The most events to take from it; that there are more is a problem.</param>
    public static WebhookContent Read(string? text, int maximum = int.MaxValue)
    {
        var reader = new WebhookReader(maximum);
        reader.ReadText(text ?? "", 0);
        return new WebhookContent(reader._messages, reader._problems);
    }

    private void ReadText(string text, int wrapping)
    {
        text = text.Trim('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0)
        {
            Refuse("The webhook's body is empty.");
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(JsonEncoding.Mend(Encoding.UTF8.GetBytes(text)), Options);
            ReadElement(document.RootElement, wrapping);
        }
        catch (JsonException e)
        {
            if (wrapping == 0 && AutomationText.FindBody(text) is { } body)
            {
                ReadText(body, 1);
                return;
            }

            Refuse($"The webhook's body is not JSON: {DisplayText.Quote(text)}", e);
        }
    }

    private void ReadElement(JsonElement element, int wrapping)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when FindRequestBody(element) is { } body && wrapping < DeepestWrapping:
                ReadElement(body, wrapping + 1);
                break;
            case JsonValueKind.Object:
                _messages.Add(IncomingMessageReader.Read(new JsonFields(element), element.GetRawText()));
                break;
            case JsonValueKind.Array when wrapping < DeepestWrapping:
                foreach (var item in element.EnumerateArray())
                {
                    if (_messages.Count + _problems.Count >= _maximum)
                    {
                        Refuse($"The webhook's body holds more than {_maximum} events; the rest is left out.");
                        break;
                    }

                    ReadElement(item, wrapping + 1);
                }

                break;
            case JsonValueKind.String when wrapping < DeepestWrapping:
                ReadText(element.GetString() ?? "", wrapping + 1);
                break;
            default:
                Refuse($"The webhook's body is not an event: {DisplayText.Quote(element.GetRawText())}");
                break;
        }
    }

    /// <summary>The RequestBody of a $WebhookData; null when the object is the event itself.</summary>
    private static JsonElement? FindRequestBody(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, "RequestBody", StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    private void Refuse(string message, Exception? cause = null)
        => _problems.Add(new ChataloException(ErrorKind.InvalidInput, message, "Check what posts to the webhook's address.", innerException: cause));
}
