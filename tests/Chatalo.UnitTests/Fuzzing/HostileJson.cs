using System.Text;
using System.Text.Json;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>What a gateway gone wrong may answer.</summary>
internal static class HostileJson
{
    private static readonly string[] Names =
        ["data", "meta", "code", "message", "errors", "pagination", "current_page", "last_page", "limit", "id", "name", "status", "is_api", "is_sent",
            "participants", "creation", "date", "expires_on", "assigned_devices", "number", "admin", "exists", "url", "success", "request_id", "0", "x\ud800"];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "1", "0", "-1", "1e400", "27.0", "99999999999999999999", "\"1\"", "\"\"", "\"OK\"", "\"\\ud800\"", "\"20 Jul 2023, 09:50 am (\"", "400", "500", "200"),
        Gen.Int.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String.Select(s => JsonSerializer.Serialize(s)));

    /// <summary>Any JSON, with the names that mean something more often than others.</summary>
    public static Gen<string> Json { get; } = Gen.Recursive<string>((depth, inner) => depth >= 5
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, inner.Array[0, 4].Select(items => $"[{string.Join(",", items)}]")),
            (5, Gen.Select(Gen.OneOf(Names), inner).Array[0, 6].Select(
                fields => $"{{{string.Join(",", fields.Select(f => $"{Escape(f.Item1)}:{f.Item2}"))}}}"))));

    /// <summary>Bodies of answers: as documented but for their content, other JSON, cut off, changed, nonsense.</summary>
    public static Gen<byte[]> Body { get; } = Gen.Frequency(
        (8, Gen.Select(Json, Json, (data, meta) => Encoding.UTF8.GetBytes($$"""{"data":{{data}},"meta":{{meta}}}"""))),
        (3, Json.Select(Encoding.UTF8.GetBytes)),
        (2, Gen.Select(Json, Gen.Int[0, 200], (json, end) => Encoding.UTF8.GetBytes(json)[..Math.Min(end, Encoding.UTF8.GetByteCount(json))])),
        (2, Gen.Select(Json.Select(Encoding.UTF8.GetBytes), Gen.Int[0, 1000], Gen.Byte, Damage)),
        (1, Gen.Byte.Array[0, 100]));

    private static string Escape(string name) => "\"" + name.Replace("\ud800", "\\ud800", StringComparison.Ordinal) + "\"";

    private static byte[] Damage(byte[] bytes, int at, byte value)
    {
        bytes[at % bytes.Length] = value;
        return bytes;
    }
}
