using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Forum;

namespace Norda.Tests.Forum;

public sealed class ReadingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task One_person_is_one_view_a_day()
    {
        var ((_, annas), (bartek, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Ile razy to widziano");
        await barteks.GetAsync(topic.Url());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => barteks.GetAsync(topic.Url())));
        Assert.Equal(1, (await app.Topic(topic.Title)).ViewsCount);
        await annas.GetAsync(topic.Url());

        app.Clock.Advance(TimeSpan.FromDays(1));
        barteks = await app.As(bartek);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => barteks.GetAsync(topic.Url())));

        Assert.Equal(3, (await app.Topic(topic.Title)).ViewsCount);
    }

    [Fact]
    public async Task The_way_leads_to_the_first_reply_that_was_not_read()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Długa rozmowa z nowościami");
        for (var i = 0; i < 20; i++)
            await app.Reply(annas, topic, $"Odpowiedź {i}");
        await barteks.GetAsync(topic.Url());
        var first = await app.Reply(annas, topic, "Tego Bartek nie czytał");
        await app.Reply(annas, topic, "Tego też nie");

        var row = (await barteks.Visit("/forum?tylko=nowe")).QuerySelectorAll(".topics > li").Single(li => li.TextContent.Contains(topic.Title, StringComparison.Ordinal));
        Assert.StartsWith("2", row.QuerySelector(".count")!.TextContent, StringComparison.Ordinal);
        var way = row.QuerySelector("h2 a")!.GetAttribute("href")!;
        var led = await barteks.GetAsync(way);
        Assert.Equal($"{topic.Url()}?odpowiedz={first.Id}#p{first.Id}", led.Headers.Location!.ToString());
        var page = await barteks.Visit(led.Headers.Location!.ToString());
        Assert.Equal("2", page.QuerySelector(".pages [aria-current=page]")!.LastChild!.TextContent.Trim());
        Assert.Contains("nowe", page.QuerySelector($"#p{first.Id}.is-new .badge")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(topic.Title, await barteks.Titles("/forum?tylko=nowe"));
    }

    [Fact]
    public async Task A_question_finds_other_forms_of_its_words_in_topics_and_in_replies()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Praktykanci z technikum", "Szukamy zajęcia na hali.");
        await app.Reply(annas, topic, "Uczą się księgowości.");

        Assert.Equal([topic.Title], await annas.Titles("/forum?q=praktykantów"));
        Assert.Equal([topic.Title], await annas.Titles("/forum?q=ksiegowosc+praktykant"));
        Assert.Empty(await annas.Titles("/forum?q=praktykant+dźwig"));
        Assert.Equal(HttpStatusCode.OK, (await annas.GetAsync("/forum?q=%25%27%22)--&strona=-5")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_parted_by_shelves_and_an_unknown_shelf_is_not_there()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Na pierwszej półce");
        await app.Shelf("Pusta półka");
        var shelf = await app.Db(db => db.Set<ForumCategory>().SingleAsync(c => c.Id == topic.CategoryId));

        Assert.Contains(topic.Title, await annas.Titles($"/forum/{shelf.Slug}"));
        Assert.Empty(await annas.Titles("/forum/pusta-polka"));
        Assert.Equal(HttpStatusCode.NotFound, (await annas.GetAsync("/forum/nie-ma-takiej")).StatusCode);
    }

    [Fact]
    public async Task Pages_ask_the_database_as_often_for_many_rows_as_for_one()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Licznik pytań do bazy");
        await app.Reply(annas, topic, "Pierwsza");
        await barteks.GetAsync(topic.Url());
        var (fewTopics, fewReplies) = (await CommandCounter.Count(() => barteks.GetAsync("/forum")), await CommandCounter.Count(() => barteks.GetAsync(topic.Url())));
        for (var i = 0; i < 12; i++)
        {
            await app.Open(annas, $"Kolejny temat {i}");
            await app.Reply(annas, topic, $"Kolejna odpowiedź {i}");
        }

        var withNews = await CommandCounter.Count(() => barteks.GetAsync(topic.Url()));

        Assert.Equal((fewTopics, fewReplies), (await CommandCounter.Count(() => barteks.GetAsync("/forum")), await CommandCounter.Count(() => barteks.GetAsync(topic.Url()))));
        Assert.InRange(fewTopics, 1, 8);
        Assert.InRange(withNews, fewReplies, 8);
        var first = await CommandCounter.Count(() => annas.GetAsync(topic.Url() + "?odpowiedz=1"));
        Assert.InRange(first, 1, 8);
        Console.WriteLine($"   forum: {fewTopics} commands for the list, {fewReplies} to {withNews} for a topic, {first} by a notice");
    }

    [Fact]
    public async Task The_API_reads_topics_and_replies_for_members_alone()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna API"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Temat przez API", "Treść **surowa**");
        await app.Reply(barteks, topic, "Odpowiedź przez API");

        var list = await annas.GetFromJsonAsync<JsonElement>("/api/v1/forum/topics?q=API");
        var one = await annas.GetFromJsonAsync<JsonElement>($"/api/v1/forum/topics/{topic.Id}");

        Assert.Equal((topic.Title, 1, topic.Url()), (list.GetProperty("items")[0].GetProperty("title").GetString(), list.GetProperty("items")[0].GetProperty("replies").GetInt32(), list.GetProperty("items")[0].GetProperty("url").GetString()));
        Assert.Equal(("Treść **surowa**", "Odpowiedź przez API"), (one.GetProperty("content").GetString(), one.GetProperty("replies")[0].GetProperty("content").GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client().GetAsync("/api/v1/forum/topics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await annas.GetAsync("/api/v1/forum/topics/999999")).StatusCode);
    }
}
