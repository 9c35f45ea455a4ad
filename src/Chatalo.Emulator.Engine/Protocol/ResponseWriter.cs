using System.Text.Json;
using Chatalo.HttpServer;

namespace Chatalo.Emulator.Protocol;

/// <summary>The shapes that all answers share.</summary>
internal static class ResponseWriter
{
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Meta = JsonEncodedText.Encode("meta");
    private static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");

    /// <summary>Begins <c>{"data":</c>; the caller writes the value, then ends it.</summary>
    public static Utf8JsonWriter BeginData(HttpResponse response)
    {
        response.StartBody(200, "application/json");
        response.Json.WriteStartObject();
        response.Json.WritePropertyName(Data);
        return response.Json;
    }

    public static void EndData(HttpResponse response, string message = "OK", Paging? paging = null)
    {
        BeginMeta(response.Json, 200, message);
        paging?.Write(response.Json);
        response.Json.WriteEndObject();
        response.Json.WriteEndObject();
        response.Json.Flush();
    }

    /// <summary>Answers <c>{"data":[], "meta":{…}}</c>.</summary>
    public static void Refuse(HttpResponse response, int statusCode, string message)
    {
        BeginData(response);
        response.StatusCode = statusCode;
        EndEmpty(response.Json, statusCode, message);
    }

    /// <summary>Answers as Laravel does when fields are refused, with the gateway's own parts around it.</summary>
    public static void Refuse(HttpResponse response, int statusCode, IReadOnlyDictionary<string, List<string>> errors)
    {
        var first = errors.First().Value[0];
        var others = errors.Sum(field => field.Value.Count) - 1;
        var message = others switch
        {
            0 => first,
            1 => $"{first} (and 1 more error)",
            _ => $"{first} (and {others} more errors)",
        };

        response.StartBody(statusCode, "application/json");
        var json = response.Json;
        json.WriteStartObject();
        json.WriteString(Message, message);
        json.WriteStartObject("errors"u8);
        foreach (var field in errors)
        {
            json.WriteStartArray(field.Key);
            field.Value.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WritePropertyName(Data);
        EndEmpty(json, statusCode, message);
    }

    private static void EndEmpty(Utf8JsonWriter json, int statusCode, string message)
    {
        json.WriteStartArray();
        json.WriteEndArray();
        BeginMeta(json, statusCode, message);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private static void BeginMeta(Utf8JsonWriter json, int statusCode, string message)
    {
        json.WriteStartObject(Meta);
        json.WriteNumber(Code, statusCode);
        json.WriteString(Message, message);
    }
}
