using System.Text;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Lists;

/// <summary>A contact file at the prompt: rows out, bad rows and duplicates told with their lines, the rest goes on.</summary>
public sealed class ImportChataloContactTests : IDisposable
{
    private readonly EmulatedSession _chat = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo").FullName;

    [Fact]
    public void A_list_is_sent_to_with_its_own_columns_in_the_template()
    {
        var file = Write("pelanggan.csv", "Nama;No. HP;Jumlah\nBudi;0812-3456-789;1500000\nAni;abc;2\nCici;+62 812 3456 789;3\n\nDedi;0813 1234 5678;40000\n");

        var run = _chat.Invoke("Import-ChataloContact $file | Send-ChataloMessage -Template 'Halo {Nama}, {Jumlah:N0}' -Culture id-ID", ("file", file));

        Assert.Equal(["Halo Budi, 1.500.000", "Halo Dedi, 40.000"], _chat.Gateway.Messages.Select(m => m.Message));
        Assert.Equal(["Chatalo.InvalidInput"], run.ErrorIds);
        Assert.Contains("pelanggan.csv line 3", run.Errors[0].ToString());
        Assert.Contains("line 4", Assert.Single(run.Warnings).ToString());
        Assert.Contains("line 2", run.Warnings[0].ToString());
    }

    [Fact]
    public void The_number_is_clean_and_the_columns_stay_as_they_stand()
    {
        var file = Write("a.csv", "Nama,Nomor,Number\nBudi,0812-3456-789,x\n");

        var row = _chat.Invoke("Import-ChataloContact $file", ("file", file)).Output;

        // Both columns are taken for numbers by their names; the first known one counts.
        Assert.All(row, r => Assert.Equal("+628123456789", r.Properties["Number"].Value));
    }

    [Fact]
    public void The_region_is_the_sessions_unless_another_is_given()
    {
        var file = Write("a.csv", "Phone\n07400 123456\n");

        Assert.Equal("+447400123456", _chat.Invoke("Import-ChataloContact $file -DefaultRegion GB", ("file", file)).Single().Properties["Number"].Value);
    }

    [Fact]
    public void Windows_1252_and_wildcards_are_read()
    {
        File.WriteAllBytes(Path.Combine(_folder, "b.csv"), [.. "Nama;Nomor\nJos"u8, 0xE9, .. ";081234567890\n"u8]);
        Write("c.csv", "Nama;Nomor\nBudi;081234567891\n");

        var run = _chat.Invoke("Import-ChataloContact (\"$folder/*.csv\")", ("folder", _folder)).Ok();

        Assert.Equal(["José", "Budi"], run.Output.Select(r => r.Properties["Nama"].Value));
    }

    [Fact]
    public void A_path_that_is_not_there_leaves_the_others()
    {
        var file = Write("list.csv", "Nama;Nomor\nBudi;081211112222\n");

        var run = _chat.Invoke("Import-ChataloContact missing.csv, $file, nothing*.csv", ("file", file));

        Assert.Equal("Budi", run.Property("Nama").Single());
        Assert.Equal(["Chatalo.NotFound", "Chatalo.NotFound"], run.ErrorIds);
        Assert.Equal(["missing.csv", "nothing*.csv"], run.Errors.Select(error => error.TargetObject));
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("header.csv", "Nama;Alamat\nBudi;Jakarta\n")]
    [InlineData("broken.xlsx", "PK\u0003\u0004 this is no workbook")]
    public void A_file_that_is_no_list_is_one_clear_error(string name, string? content)
    {
        var file = content is null ? Path.Combine(_folder, name) : Write(name, content);

        var run = _chat.Invoke("Import-ChataloContact -LiteralPath $file", ("file", file));

        Assert.Empty(run.Output);
        var error = Assert.Single(run.Errors);
        Assert.StartsWith("Chatalo.", error.FullyQualifiedErrorId);
        Assert.Contains(name, error.ToString());
    }

    public void Dispose()
    {
        _chat.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return path;
    }
}
