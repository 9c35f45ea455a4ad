using System.Text;
using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Client;
using Chatalo.Sending;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Whatever is typed for a setting, it is one or is refused in words of ours.</summary>
public class SettingFuzzTests
{
    private const string Password = "hunter2-hunter2";

    private static readonly string[] Addresses =
    [
        $"Host=db.example;Port=6000;Database=chatalo;Username=bot;Password={Password}", $"postgres://bot:{Password}@db.example:6000/chatalo?sslmode=verify-full&host=x",
        "Data Source=campaigns.db;Mode=ReadOnly", "C:\\Users\\x\\campaigns.db", "campaigns=1.db", $"server='db;x';password=\"{Password}\"",
    ];

    [Fact]
    public void Any_setting_is_read_or_refused() => Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["0123456789-:. ,eE+"], 0, 16],
        Damage.To("08:00-20:00").Select(static b => Encoding.UTF8.GetString(b)), Damage.To("5-10.5").Select(static b => Encoding.UTF8.GetString(b)),
        Damage.To("https://chatalo.com/api/v1").Select(static b => Encoding.UTF8.GetString(b))).Inputs(
        static text =>
        {
            Assert.True(!Interval.TryParse(text, out var interval) || (interval.Minimum >= 0 && interval.Maximum >= interval.Minimum && interval.ToString().Length > 0));
            Assert.True(!DailyWindow.TryParse(text, out var window) || window.UntilOpen(DateTimeOffset.UnixEpoch) < TimeSpan.FromDays(1));
            Refusable(() => GatewayId.Check(text, "id"));
            if (Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri))
            {
                Refusable(() => GatewayAddress.Check(uri));
                Refusable(() => GatewayAddress.CheckProxy(uri));
            }
        });

    [Fact]
    public void Any_store_is_an_address_or_refused() => Gen.OneOf(Addresses).SelectMany(static address => Damage.To(address)).Select(static b => Encoding.UTF8.GetString(b)).Inputs(
        static text => Refusable(() => StoreAddress.Parse(text, static path => path).ToString()));

    private static void Refusable(Func<object?> read)
    {
        try
        {
            Assert.NotNull(read());
        }
        catch (ChataloException e)
        {
            Assert.NotEqual("", e.RecommendedAction);
            Assert.DoesNotContain(Password, e.ToString(), StringComparison.Ordinal);
        }
    }
}
