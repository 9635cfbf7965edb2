using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Forum;

namespace Norda.Tests.Forum;

public sealed class FeedTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_reader_with_the_secret_address_reads_what_is_new_until_it_is_taken_back()
    {
        var (anna, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Temat <w> kanale & obok", "Treść **kanału**");
        var reply = await app.Reply(annas, topic, "Odpowiedź w kanale");
        var address = await Address(annas, "Utwórz adres kanału");

        var answer = await app.Client().GetAsync(address);
        var items = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants("item").ToList();

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["Re: Temat <w> kanale & obok (Anna)", "Temat <w> kanale & obok (Anna)"], items.Select(i => i.Element("title")!.Value).Order(StringComparer.Ordinal));
        Assert.EndsWith($"{topic.Url()}?odpowiedz={reply.Id}#p{reply.Id}", items.Single(i => i.Element("guid")!.Value == $"forum:{topic.Id}:{reply.Id}").Element("link")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(address.Split('/')[^1], await app.Db(db => db.Set<ForumFeed>().Where(f => f.UserId == anna.Id).Select(f => f.TokenHash).SingleAsync()), StringComparison.Ordinal);

        var second = await Address(annas, "Utwórz nowy adres");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(second)).StatusCode);
        await annas.Press("/forum/rss", "Usuń adres kanału");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Who_is_no_member_any_more_has_no_feed_and_hidden_posts_are_in_none()
    {
        var ((anna, annas), moderator) = (await app.Member("Anna"), await app.Moderator());
        var topic = await app.Open(annas, "Ukryty w kanale", "Słowa do ukrycia");
        var address = await Address(annas, "Utwórz adres kanału");
        await moderator.Fill($"/forum/moderuj/temat/{topic.Id}", "Ukryj wpis", new() { ["Reason"] = "Reklama." });
        Assert.DoesNotContain("Słowa do ukrycia", await app.Client().GetStringAsync(address), StringComparison.Ordinal);

        await app.Db(db => db.Users.Where(u => u.Id == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(address)).StatusCode);
    }

    private static async Task<string> Address(HttpClient browser, string button) => new Uri((await (await browser.Press("/forum/rss", button)).Page()).QuerySelector("#adres")!.GetAttribute("value")!).PathAndQuery;
}
