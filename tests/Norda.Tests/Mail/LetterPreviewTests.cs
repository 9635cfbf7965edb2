using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Mail;
using Norda.Tests.Architecture;

namespace Norda.Tests.Mail;

/// <summary>A developer sees every letter without sending one.</summary>
public sealed partial class LetterPreviewTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Every_kind_of_letter_in_the_source_has_a_preview()
    {
        using var scope = app.Services.CreateScope();
        var shown = app.Services.GetServices<LetterPreview>().Select(p => LetterPreview.KindOf(p.Sample(scope.ServiceProvider).UniqueKey)).Distinct().Order();

        Assert.Equal(KindsIn(Sources.Files(".cs", "src").Select(f => f.Text)), shown);
    }

    [Fact]
    public void A_planted_kind_is_seen() => Assert.Equal(["gift", "greeting"], KindsIn(["UniqueKey = $\"greeting:{id}\", To", "UniqueKey = \"gift:\" + Hash"]));

    [Fact]
    public void A_key_that_hides_its_kind_is_seen() => Assert.Equal(["?"], KindsIn(["UniqueKey = key, To = user.Email"]));

    [Fact]
    public async Task The_page_is_there_for_developers_alone()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/dev/poczta")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/dev/poczta/0.html")).StatusCode);

        await using var developer = await app.Changed(host => host.UseEnvironment("Development"));
        var page = await (await developer.CreateClient().GetAsync("/dev/poczta")).Page();
        var letter = await developer.CreateClient().GetAsync("/dev/poczta/0.html");

        Assert.Equal(app.Services.GetServices<LetterPreview>().Count(), page.QuerySelectorAll("main section.panel").Length);
        Assert.Equal(HttpStatusCode.OK, letter.StatusCode);
        Assert.Contains("style-src 'unsafe-inline'", letter.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotEmpty((await letter.Page()).QuerySelector("h1")!.TextContent);
    }

    /// <summary>First parts of the unique keys that letters are given; a question mark for one that is not written out.</summary>
    private static IEnumerable<string> KindsIn(IEnumerable<string> sources) =>
        sources.SelectMany(text => Key().Matches(text)).Select(m => m.Groups["kind"] is { Success: true } kind ? kind.Value : "?").Distinct().Order();

    [GeneratedRegex(@"\bUniqueKey = (?!letter\.|.*\bTitle = )(?:\$?""(?<kind>[a-z-]+):)?")]
    private static partial Regex Key();
}
