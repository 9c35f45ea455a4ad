using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Message;

/// <summary>Exactly one result for each input, whatever it is.</summary>
public sealed class SendInputTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void Every_input_gives_one_result_in_its_turn()
    {
        var run = _chat.Invoke("""
            $inputs = @('081234567891', $null, '', 'abc', 12, [pscustomobject]@{ Nama = 'A' }, [pscustomobject]@{ Nomor = '' }, [pscustomobject]@{ Nomor = $null },
                @{ Nomor = '081234567892' }, [datetime]::Now, $true, '+1 650 253 0000')
            $inputs | Send-ChataloMessage -Message Hi
            """);

        Assert.Equal(12, run.Output.Count);
        var outcomes = run.Property("Outcome").Select(static o => o!.ToString()).ToList();
        Assert.Equal("Sent", outcomes[0]);
        Assert.Equal("Sent", outcomes[^1]);
        Assert.Equal(outcomes.Count(static o => o == "Failed"), run.Errors.Count);
        Assert.Equal(outcomes.Count(static o => o == "Sent"), _chat.Gateway.Messages.Count);
        Assert.All(run.Errors, static e => RunErrors.Check(e, "Chatalo.InvalidInput", ErrorCategory.InvalidArgument));
        Assert.All(run.Output.Where(static o => o.Properties["Outcome"].Value.ToString() == "Failed"), static o => Assert.NotNull(o.Properties["Reason"].Value));
    }

    [Fact]
    public void The_input_is_kept_so_that_failures_are_run_again()
    {
        var run = _chat.Invoke("""
            $rows = [pscustomobject]@{ Nama = 'Ani'; Nomor = '12' }, [pscustomobject]@{ Nama = 'Budi'; Nomor = '081234567892' }
            $results = $rows | Send-ChataloMessage -Message Hi -ErrorAction SilentlyContinue
            [object]::ReferenceEquals($results[0].InputObject, $rows[0])
            $failed = $results | Where-Object Outcome -EQ Failed | ForEach-Object InputObject
            $failed.Nomor = '081234567891'
            $failed | Send-ChataloMessage -Message Hi | ForEach-Object { "$($_.InputObject.Nama) $($_.Outcome)" }
            """);

        Assert.Equal("Ani Sent", run.Output[^1].BaseObject);
        Assert.Equal(["6281234567892", "6281234567891"], _chat.Gateway.Messages.Select(static m => m.Number));
    }

    [Theory]
    [InlineData("[double]6281234567891")]
    [InlineData("[long]6281234567891")]
    [InlineData("[decimal]6281234567891")]
    [InlineData("'+62 812-3456-7891'")]
    public void A_cell_is_read_whatever_its_type(string cell)
    {
        var run = _chat.Invoke($"[pscustomobject]@{{ Nama = 'Ani'; 'No HP' = {cell} }} | Send-ChataloMessage -Message Hi").Ok();

        Assert.Equal("+6281234567891", Assert.Single(run.Output).Properties["Number"].Value);
        Assert.Equal("6281234567891", Assert.Single(_chat.Gateway.Messages).Number);
    }

    [Fact]
    public void An_object_that_only_reads_like_a_number_as_a_whole_is_none()
    {
        var run = _chat.Invoke("[uri]'6281234567891' | Send-ChataloMessage -Message Hi");

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        Assert.Contains("no column for the number", run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument).ToString(), StringComparison.Ordinal);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void A_row_whose_text_cannot_be_made_fails_alone()
    {
        var run = _chat.Invoke("""
            1..3 | ForEach-Object { [pscustomobject]@{ Nomor = "08123456789$_"; Amount = 2 - $_ } } | Send-ChataloMessage -Message { if (-not $_.Amount) { throw 'no amount' }; "Pay $($_.Amount)" }
            """);

        Assert.Equal(["Sent", "Failed", "Sent"], run.Property("Outcome").Select(static o => o!.ToString()));
        Assert.Contains("no amount", run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument).ToString(), StringComparison.Ordinal);
        Assert.Equal(["Pay 1", "Pay -1"], _chat.Gateway.Messages.Select(static m => m.Message));
    }

    [Fact]
    public void A_row_without_the_templates_field_fails_alone_and_before_it_is_sent()
    {
        var run = _chat.Invoke("""
            [pscustomobject]@{ Nomor = '081234567891'; Nama = 'Ani' }, [pscustomobject]@{ Nomor = '081234567892'; Name = 'Budi' } | Send-ChataloMessage -Template 'Halo {Nama}'
            """);

        Assert.Equal(["Sent", "Failed"], run.Property("Outcome").Select(static o => o!.ToString()));
        Assert.Contains("Nama", run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument).ToString(), StringComparison.Ordinal);
        Assert.Single(_chat.Gateway.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Message ''")]
    [InlineData("-Message '  '")]
    [InlineData("-Message $null")]
    [InlineData("-Message Hi -Url files/a.pdf")]
    [InlineData("-Message Hi -Url ftp://files.example/a.pdf")]
    [InlineData("-Url file:///etc/passwd")]
    [InlineData("-Url 'javascript:alert(1)'")]
    public void A_message_that_is_none_is_refused_before_a_call(string content)
    {
        var run = _chat.Invoke($"Send-ChataloMessage 081234567891 {content}");

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        Assert.Empty(_chat.Asked);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("../messages")]
    [InlineData("1..2")]
    [InlineData("a b")]
    public void A_group_id_that_is_none_is_refused_before_a_call(string id)
    {
        var run = _chat.Invoke("Send-ChataloMessage -GroupId $id -Message Hi", ("id", id));

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void Stop_ends_at_the_first_error()
    {
        var run = _chat.Invoke("'081234567891', 'abc', '081234567892' | Send-ChataloMessage -Message Hi -ErrorAction Stop");

        Assert.Equal(["Sent", "Failed"], run.Property("Outcome").Select(static o => o!.ToString()));
        Assert.Equal("Chatalo.InvalidInput", run.TerminatingError?.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Single(_chat.Gateway.Messages);
    }

    [Fact]
    public void Success_is_told_by_the_dollar_question_mark() => Assert.Equal(
        [true, false],
        _chat.Invoke("$null = Send-ChataloMessage 081234567891 Hi; $?; $null = Send-ChataloMessage abc Hi -ErrorAction SilentlyContinue; $?").Values<bool>());

    [Fact]
    public void Several_in_flight_keep_the_order_of_each_recipient()
    {
        // Every third answer is late, so that without care a later message would overtake.
        _chat.Fault(new FaultRule { Kind = FaultKind.Delay, Every = 3, DelayMs = 30 });

        var run = _chat.Invoke("1..40 | ForEach-Object { [pscustomobject]@{ Number = 6281234560001 + $_ % 4; Message = $_ } } | Send-ChataloMessage -ThrottleLimit 8").Ok();

        Assert.Equal(40, run.Output.Count);
        Assert.Equal(Enumerable.Range(1, 40).Select(static i => $"{i}").Order(StringComparer.Ordinal), _chat.Gateway.Messages.Select(static m => m.Message).Order(StringComparer.Ordinal));
        Assert.All(_chat.Gateway.Messages.GroupBy(static m => m.Number), static to => Assert.Equal(to.Select(Position).Order(), to.Select(Position)));
        var results = run.Output.GroupBy(static o => o.Properties["Number"].Value);
        Assert.All(results, static to => Assert.Equal(to.Select(Position).Order(), to.Select(Position)));
    }

    [Fact]
    public void One_in_flight_streams_each_result_before_the_next_input_is_read()
    {
        var taken = 0;

        var run = _chat.Pipe(Enumerable.Range(1, 50).Select(i => { taken = i; return 6281234560000 + i; }), "Send-ChataloMessage -Message Hi | Select-FirstObject -First 2");

        Assert.Equal(2, run.Ok().Output.Count);
        Assert.InRange(taken, 2, 3);
        Assert.Equal(2, _chat.Gateway.Messages.Count);
    }

    public void Dispose() => _chat.Dispose();

    private static int Position(DeliveredMessage message) => int.Parse(message.Message!, null);

    private static int Position(PSObject result) => int.Parse((string)result.Properties["Message"].Value, null);
}
