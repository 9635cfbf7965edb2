using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Norda.Platform;

namespace Norda.Tests.Forum;

/// <summary>Whatever somebody types, a post holds paragraphs, lists, quotes and links, and nothing that acts.</summary>
public sealed class SanitizerTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Allowed = ["p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "blockquote", "code", "pre", "hr"];

    private static readonly string[] Markup =
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//zly.example/x.js></SCRIPT>", "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>", "<math><mtext></p><script>alert(1)</script>", "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=data:text/html,<script>alert(1)</script>>x</a>", "<a href=vbscript:x>x</a>", "<a onmouseover=alert(1)>x</a>", "<form action=javascript:alert(1)><button>x</button></form>", "<input autofocus onfocus=alert(1)>",
        "<style>@import '//zly.example/x.css'</style>", "<p style=\"background:url(javascript:alert(1))\">x</p>", "<link rel=stylesheet href=//zly.example/x.css>", "<meta http-equiv=refresh content=\"0;url=//zly.example\">", "<base href=//zly.example/>",
        "<body onload=alert(1)>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<marquee onstart=alert(1)>x</marquee>",
        "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<textarea><script>alert(1)</script></textarea>", "<xmp><script>alert(1)</script></xmp>", "<plaintext><script>alert(1)",
        "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version=1?><script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<<script>alert(1)//<</script>",
        "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "</p></div></article><script>alert(1)</script>", "<a id=form name=form>x</a>", "<img name=body>", "<button formaction=javascript:alert(1)>x</button>",
    ];

    private static readonly string[] Links =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", " javascript:alert(1)", "\u0001javascript:alert(1)", "java\tscript:alert(1)", "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg/onload=alert(1)>", "file:///etc/passwd", "blob:https://zly.example/1", "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "jar:javascript:alert(1)",
    ];

    /// <summary>Markup as it stands and inside what Markdown makes, and links of every kind of Markdown.</summary>
    private static List<string> Payloads() =>
    [
        .. Markup, .. Markup.Select(m => $"> **{m}**"), .. Markup.Select(m => $"- `{m}` {m}"),
        .. Links.Select(l => $"[x]({l})"), .. Links.Select(l => $"[x](<{l}>)"), .. Links.Select(l => $"![x]({l})"), .. Links.Select(l => $"<{l}>"), .. Links.Select(l => $"[x][1]\n\n[1]: {l}"),
        .. Links.Select(l => $"[x](https://dobry.example \"\" onmouseover=alert(1) {l})"),
    ];

    [Fact]
    public void Two_hundred_payloads_come_out_as_words()
    {
        var (payloads, parser, wrong) = (Payloads(), new HtmlParser(), new List<string>());
        foreach (var payload in payloads)
            wrong.AddRange(Faults(parser.ParseDocument($"<body>{Html(payload)}</body>").Body!).Select(fault => $"{payload} -> {fault}"));

        Console.WriteLine($"   sanitizer: {payloads.Count} payloads");
        Assert.True(payloads.Count >= 200);
        Assert.Empty(wrong);
        Assert.NotEmpty(Faults(parser.ParseDocument("<body><p onclick=x>a</p></body>").Body!)); // the ruler sees what is crooked
        Assert.NotEmpty(Faults(parser.ParseDocument("<body><a href='java\tscript:x'>a</a></body>").Body!));
    }

    [Fact]
    public async Task A_post_and_its_preview_hold_no_live_markup_either()
    {
        var (_, annas) = await app.Member("Anna");
        var all = string.Join("\n\n", Markup.Concat(Links.Select(l => $"[x]({l})")));
        var topic = await app.Open(annas, "<script>alert(1)</script> w tytule", all);

        var preview = await (await annas.Fill(topic.Url(), "Podgląd", new() { ["Form.Content"] = all })).Page();
        var reply = await app.Reply(annas, topic, all);

        foreach (var text in (await annas.Visit(topic.Url())).QuerySelectorAll(".prose").Concat(preview.QuerySelectorAll(".prose")).Concat((await annas.Visit($"/forum/moderuj/odpowiedz/{reply.Id}")).QuerySelectorAll(".prose")))
            Assert.Empty(Faults(text));
        Assert.Equal(0, (await annas.Visit("/forum")).QuerySelectorAll(".topics script").Length);
    }

    [Fact]
    public void What_people_mean_survives()
    {
        var html = Html("**grubo** i *kursywą*\n\n> cytat\n\n1. raz\n2. dwa\n\nhttps://firma.example/strona [opis](https://firma.example)");

        Assert.Contains("<strong>grubo</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote>", html, StringComparison.Ordinal);
        Assert.Contains("<ol>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://firma.example/strona\" rel=\"nofollow noopener ugc\">", html, StringComparison.Ordinal);
    }

    private static string Html(string text)
    {
        using var written = new StringWriter();
        MarkdownText.Html(text).WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        return written.ToString();
    }

    private static IEnumerable<string> Faults(IElement text) =>
        from element in text.QuerySelectorAll("*")
        let href = new string([.. (element.GetAttribute("href") ?? "https:").Where(c => c > ' ')]).ToLowerInvariant()
        where !Allowed.Contains(element.LocalName) || element.Attributes.Any(a => a.Name is not ("href" or "rel")) || href.Contains(':', StringComparison.Ordinal) && href.Split(':')[0] is not ("http" or "https" or "mailto" or "tel")
        select element.OuterHtml;
}
