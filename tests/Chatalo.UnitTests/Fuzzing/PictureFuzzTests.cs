using System.Text;
using Chatalo.Qr;
using Chatalo.UnitTests.Qr;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Whatever picture a gateway sends, it is a code or a reason.</summary>
public class PictureFuzzTests
{
    private static readonly byte[] Small = TestPng.Grey(Samples.Pixels(Samples.Matrix(2), 2));

    // Checksums that are right again, so that the damage gets past them.
    private static readonly Gen<byte[]> DamagedPixels = Gen.Select(Gen.Byte.Array[30], Gen.Int[1, 30], Gen.Int[0, 6], Gen.OneOf(1, 2, 4, 8, 16)).Select(
        static (line, rows, colour, depth) => TestPng.Write(29, rows, depth, colour, rows, _ => line[1..], line[0], ("PLTE", line[..6]), ("tRNS", line[..2])));

    private static readonly Gen<byte[]> DamagedData = Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[1, 40], Gen.Int[0, 6], Gen.OneOf(1, 2, 4, 8, 16)).Select(
        static (data, side, colour, depth) => TestPng.Raw(side, side, depth, colour, data, ("PLTE", (byte[])[1, 2, 3])));

    [Fact]
    public void Any_damage_to_a_picture_is_survived() => Gen.OneOf(
        Damage.To(Small), Damage.To(DocumentedPicture.Bytes), DamagedPixels, DamagedData, Gen.Byte.Array[0, 300].Select(static bytes => (byte[])[.. Small[..8], .. bytes])).Inputs(
        static bytes =>
        {
            if (!QrPicture.TryRead(bytes, out _, out var reason))
            {
                Assert.NotEqual("", reason);
            }
        },
        print: Convert.ToHexString);

    [Fact]
    public void Any_data_uri_is_taken_apart() => Gen.OneOf(
        Gen.String, Damage.To("data:image/png;base64,iVBORw0KGgo=").Select(static b => Encoding.UTF8.GetString(b)),
        Gen.String.Select(static text => "data:;base64," + text)).Inputs(
        static text =>
        {
            Assert.True(DataUri.TryParse(text, out var bytes, out var type, out var reason) ? bytes is not null && type.Length > 0 : reason.Length > 0);
            // The object that a prompt shows, with all it says of itself.
            var code = new QrCode("d", text, null, text);
            Assert.True(code.IsReadable || code.Reason is { Length: > 0 });
            Assert.NotNull(code.ToString());
        });
}
