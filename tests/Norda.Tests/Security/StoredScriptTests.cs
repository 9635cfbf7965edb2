using AngleSharp.Dom;

namespace Norda.Tests.Security;

/// <summary>Markup that somebody types stays words: in every page, for everybody. What a real browser makes of it is in Norda.Browser.</summary>
[Collection(SiegeGround.Name)]
public sealed class StoredScriptTests(Siege siege)
{
    private static readonly string[] Payloads =
    [
        "<script>document.title='x'</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "javascript:alert(1)",
        "[zły](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>", "\" onfocus=alert(1) autofocus x=\"", "<style>*{display:none}</style>", "<iframe srcdoc='<script>alert(1)</script>'>", "</script><script>alert(1)</script>",
        "<base href=//zly.example>", "<meta http-equiv=refresh content=0;url=//zly.example>", "{{7*7}}${7*7}<%= 7*7 %>",
    ];

    [Fact]
    public async Task What_is_typed_into_any_form_is_shown_as_words_on_every_page()
    {
        await siege.Restore();
        var (number, taken) = (0, 0);
        foreach (var form in (await siege.Forms()).Where(f => !f.EndsTheVisit))
        {
            foreach (var field in form.Fields.Where(f => f.IsTyped && f.Kind != "password").Select(f => f.Name))
                taken += (int)(await siege[form.Who].Send(form, form.With(field, Payloads[number++ % Payloads.Length]), Siege.Picture(), "<img src=x onerror=alert(1)>.png")).StatusCode < 400 ? 1 : 0;
        }

        var (pages, wrong, echoed) = (0, new List<string>(), 0);
        foreach (var who in (string[])[Siege.Visitor, "anna", "biuro"])
        {
            var browser = await siege.SignIn(who); // some were signed out by their own forms
            foreach (var visit in (await siege.Map.Crawl(browser.Client, [])).Where(v => v.IsPage))
            {
                pages++;
                echoed += visit.Page!.Body!.TextContent.Contains("alert(1)", StringComparison.Ordinal) ? 1 : 0;
                wrong.AddRange(Live(visit.Page, visit.IsLetter).Select(element => $"{who}: {visit.Address} {element.OuterHtml[..Math.Min(200, element.OuterHtml.Length)]}"));
            }
        }

        Console.WriteLine($"   stored scripts: {number} fields typed into, {taken} taken, {echoed} of {pages} pages show them");
        await siege.Restore();
        Assert.True(taken > 25 && echoed > 10, "Hardly anything was stored.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Elements that do something and are none of ours; a letter brings its styles along.</summary>
    private static IEnumerable<IElement> Live(IDocument page, bool letter) => page.All.Where(e =>
        e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name == "style" && !letter || a.Name == "srcdoc")
        || e.LocalName is "iframe" or "object" or "embed" or "base" or "style"
        || e.LocalName == "script" && !e.HasAttribute("src") && e.GetAttribute("type") is not ("application/ld+json" or "application/json" or "speculationrules")
        || e.LocalName == "script" && e.GetAttribute("src")?.StartsWith('/') == false
        || e.LocalName == "meta" && e.HasAttribute("http-equiv")
        || IsScript(e.GetAttribute("href")) || IsScript(e.GetAttribute("action")) || IsScript(e.GetAttribute("src")));

    private static bool IsScript(string? address) => address is not null && new string([.. address.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))]).ToLowerInvariant() is var a && (a.StartsWith("javascript:", StringComparison.Ordinal) || a.StartsWith("data:", StringComparison.Ordinal) || a.StartsWith("vbscript:", StringComparison.Ordinal));
}
