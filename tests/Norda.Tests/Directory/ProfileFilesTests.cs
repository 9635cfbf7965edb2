using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Norda.Features.Directory;

namespace Norda.Tests.Profile; // "Norda.Tests.Directory" would hide System.IO.Directory from its neighbours

public sealed class ProfileFilesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_contact_card_marks_what_would_break_it()
    {
        await app.Firm("Kreda; Syn, Wnuk", description: "Linia \\ pierwsza\r\nBEGIN:VCARD\r\ndruga", more: f =>
        {
            f.Email = "biuro@kreda.example";
            f.Contacts.Add(new CompanyContact { ContactType = "mobile", Value = "601200374", Purpose = "Wyceny, pomiary" });
        });

        var answer = await app.Client().GetAsync("/firma/kreda-syn-wnuk.vcf");
        var lines = Unfold(await answer.Content.ReadAsStringAsync());

        Assert.Equal("text/vcard; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("kreda-syn-wnuk.vcf", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["BEGIN:VCARD", "VERSION:3.0", @"FN:Kreda\; Syn\, Wnuk", @"N:Kreda\; Syn\, Wnuk;;;;"], lines.Take(4));
        Assert.Contains(@"NOTE:Linia \\ pierwsza\nBEGIN:VCARD\ndruga", lines);
        Assert.Contains("item1.TEL;TYPE=CELL,WORK:+48601200374", lines);
        Assert.Contains(@"item1.X-ABLabel:Wyceny\, pomiary", lines);
        Assert.Contains("EMAIL;TYPE=INTERNET,WORK:biuro@kreda.example", lines);
        Assert.Single(lines, "BEGIN:VCARD");
        Assert.Equal("END:VCARD", lines[^1]);
    }

    [Fact]
    public async Task Lines_of_the_contact_card_have_at_most_75_octets_and_no_letter_is_cut()
    {
        var words = string.Join(' ', Enumerable.Repeat("Zażółć gęślą jaźń 🐟", 20));
        await app.Firm("Długi Opis", description: words);

        var card = await app.Client().GetByteArrayAsync("/firma/dlugi-opis.vcf");
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(card);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(text.Split("\r\n"), line => Assert.DoesNotContain('\uFFFD', line));
        Assert.Contains($"NOTE:{words}", Unfold(text));
    }

    [Fact]
    public async Task The_firm_as_json_is_the_same_as_in_the_api()
    {
        await app.Firm("Dla Programów", town: "Reda", services: ["Spawanie"]);
        var client = app.Client();

        var file = await client.GetStringAsync("/firma/dla-programow.json");

        Assert.Equal(await client.GetStringAsync("/api/v1/companies/dla-programow"), file);
        using var json = JsonDocument.Parse(file);
        Assert.Equal("Dla Programów", json.RootElement.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(".json")]
    [InlineData(".vcf")]
    [InlineData("/qr")]
    public async Task Who_has_the_file_is_told_so(string suffix)
    {
        var slug = "znany-" + suffix[1..];
        await app.Firm(slug);
        var client = app.Client();
        var first = await client.GetAsync($"/firma/{slug}{suffix}");

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/firma/{slug}{suffix}") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_qr_code_is_a_picture_of_squares()
    {
        await app.Firm("Dla Aparatu");

        var answer = await app.Client().GetAsync("/firma/dla-aparatu/qr");
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Matches("^(M[0-9]+ [0-9]+h[0-9]+v1h-[0-9]+z)+$", svg.Elements().Last().Attribute("d")!.Value);
    }

    private static List<string> Unfold(string card) => [.. card.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
