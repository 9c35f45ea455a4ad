using Chatalo.Json;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Whatever a gateway answers, reading it never throws.</summary>
public class AnswerFuzzTests
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    private static readonly Func<JsonFields, object>[] Readers =
    [
        ModelReaders.Device, ModelReaders.Profile(Offset), ModelReaders.LogEntry(Offset), ModelReaders.Contact("d"), ModelReaders.ContactPicture("d", "62"),
        ModelReaders.NumberCheck("d", "62", null), ModelReaders.Group("d"), f => ModelReaders.OtpRequest("d", "62", DateTimeOffset.UnixEpoch)(f, null), ModelReaders.Webhook,
    ];

    [Fact]
    public void Any_answer_is_read_by_every_reader() => HostileJson.Body.Inputs(
        static body =>
        {
            using var answer = ResponseEnvelope.Parse(body);
            Assert.NotEqual("", answer.Describe());
            Assert.InRange(answer.EffectiveStatus(200), 200, 599);
            Assert.DoesNotContain('\n', answer.Message ?? "");
            Assert.NotNull(answer.FieldErrors);
            _ = answer.Pagination;
            foreach (var reader in Readers)
            {
                // What a prompt shows of an object is its text.
                _ = answer.TryReadObject(out var fields) && reader(fields).ToString() is not null;
                _ = answer.TryReadList(reader, out var several);
                Assert.All(several, static item => Assert.NotNull(item.ToString()));
            }
        },
        print: Convert.ToHexString);

    [Fact]
    public void Any_time_is_read() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["0123456789-:/., TZ+()apmJulFebNov"], 0, 40],
        Damage.To("2025-02-26 16:20:53").Select(static b => System.Text.Encoding.UTF8.GetString(b)),
        Damage.To("20 Jul 2023, 11:35:04 am (10 days remaining)").Select(static b => System.Text.Encoding.UTF8.GetString(b)),
        Damage.To("9999-12-31T23:59:59.000000Z").Select(static b => System.Text.Encoding.UTF8.GetString(b))).Inputs(
        static text =>
        {
            var time = GatewayTime.Parse(text, Offset);
            Assert.True(time is null || time.Value.Offset.Duration() <= TimeSpan.FromHours(14));
        });
}
