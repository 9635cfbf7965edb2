using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts.Erasing;
using Norda.Features.Forum;
using Norda.Platform;

namespace Norda.Tests.Forum;

public sealed class ForumModerationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_moderator_pins_locks_and_moves_a_topic()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Do przeniesienia");
        var other = await app.Shelf("Inny dział");
        var writing = await annas.Visit(topic.Url());
        var moderator = await app.Moderator();

        await moderator.Fill($"/forum/moderuj/temat/{topic.Id}", "Zapisz ustawienia tematu", new() { ["Settings.IsPinned"] = "true", ["Settings.IsLocked"] = "true", ["Settings.CategoryId"] = $"{other.Id}" });

        var row = await app.Topic(topic.Title);
        Assert.Equal((true, true, other.Id), (row.IsPinned, row.IsLocked, row.CategoryId));
        Assert.Equal(topic.Title, (await annas.Titles("/forum"))[0]);
        var refused = await annas.Send(writing, topic.Url(), "Wyślij odpowiedź", new() { ["Form.Content"] = "Jeszcze słowo" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await app.Db(db => db.Set<ForumReply>().CountAsync(r => r.TopicId == topic.Id)));
        Assert.Equal(HttpStatusCode.Forbidden, (await annas.GetAsync($"/forum/moderuj/temat/{topic.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_hidden_reply_is_out_of_sight_and_its_author_reads_why()
    {
        var ((_, annas), (bartek, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Z ukrytą odpowiedzią");
        var reply = await app.Reply(barteks, topic, "Obraźliwe słowa kuternoga");
        var moderator = await app.Moderator();
        var address = $"/forum/moderuj/odpowiedz/{reply.Id}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await moderator.Fill(address, "Ukryj wpis", new() { ["Reason"] = " " })).StatusCode);

        await moderator.Fill(address, "Ukryj wpis", new() { ["Reason"] = "To obraża innych." });

        Assert.DoesNotContain("Obraźliwe", (await annas.Visit(topic.Url())).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("To obraża innych.", (await barteks.Visit(topic.Url())).QuerySelector($"#p{reply.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Powód: To obraża innych.", (await app.Notices(bartek))[^1].Message);
        Assert.Equal(0, (await app.Topic(topic.Title)).RepliesCount);
        Assert.Empty(await annas.Titles("/forum?q=kuternoga"));
        Assert.DoesNotContain("Obraźliwe", await (await annas.GetAsync($"/api/v1/forum/topics/{topic.Id}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await annas.GetAsync($"/forum/historia/odpowiedz/{reply.Id}")).StatusCode);
        Assert.Equal("", (await annas.Visit($"{topic.Url()}?cytat={reply.Id}")).QuerySelector("textarea")!.TextContent.Trim());

        await moderator.Press(address, "Pokaż wpis z powrotem");
        Assert.Contains("Obraźliwe", (await annas.Visit(topic.Url())).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await app.Topic(topic.Title)).RepliesCount);
    }

    [Fact]
    public async Task A_hidden_topic_is_gone_for_others()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Ukryty temat");

        await (await app.Moderator()).Fill($"/forum/moderuj/temat/{topic.Id}", "Ukryj wpis", new() { ["Reason"] = "Reklama." });

        Assert.Equal(HttpStatusCode.NotFound, (await barteks.GetAsync(topic.Url())).StatusCode);
        Assert.DoesNotContain(topic.Title, await barteks.Titles("/forum"));
        Assert.Equal(HttpStatusCode.OK, (await annas.GetAsync(topic.Url())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await barteks.GetAsync($"/api/v1/forum/topics/{topic.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_reported_reply_is_taken_down_with_the_statement()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Ze zgłoszeniem");
        var reply = await app.Reply(barteks, topic, "Cudze dane osobowe");
        var page = await annas.Visit($"/zglos?rodzaj=forum_reply&id={reply.Id}");

        Assert.Contains("Cudze dane osobowe", page.Body!.TextContent, StringComparison.Ordinal);
        await app.Db(async _ =>
        {
            await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(app.Services);
            var kind = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetServices<Norda.Platform.Contributions.IReportable>(scope.ServiceProvider).Single(k => k.Kind == "forum_reply");
            Assert.True(await kind.TakeDown(reply.Id, "Dane osób trzecich.", CancellationToken.None));
            Assert.Null(await kind.Find(reply.Id, CancellationToken.None));
        });

        Assert.Equal("Dane osób trzecich.", await app.Db(db => db.Set<ForumReply>().Where(r => r.Id == reply.Id).Select(r => r.HiddenReason).SingleAsync()));
    }

    [Fact]
    public async Task Who_leaves_is_nobody_in_the_thread_and_what_others_answered_stays()
    {
        var ((anna, annas), (_, barteks)) = (await app.Member("Anna Odchodząca"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Po odejściu autorki", "Moje pytanie");
        await app.Reply(barteks, topic, "Anna Odchodząca ma rację");

        await app.Run<ErasePerson, Outcome>(verb => verb.Run(anna.Id, keepsTexts: true, CancellationToken.None));

        var text = (await barteks.Visit(topic.Url())).QuerySelector(".posts")!.TextContent;
        Assert.Contains("były użytkownik", text, StringComparison.Ordinal);
        Assert.Contains("Moje pytanie", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Odchodząca", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_the_words_along_leaves_the_answers_of_others()
    {
        var ((anna, annas), (_, barteks)) = (await app.Member("Anna Zabierająca"), await app.Member("Bartek"));
        var (answered, alone) = (await app.Open(annas, "Z odpowiedzią", "Moje słowa"), await app.Open(annas, "Bez odpowiedzi"));
        await app.Reply(barteks, answered, "Słowa Bartka");

        await app.Run<ErasePerson, Outcome>(verb => verb.Run(anna.Id, keepsTexts: false, CancellationToken.None));

        var text = (await barteks.Visit(answered.Url())).QuerySelector(".posts")!.TextContent;
        Assert.Contains("Słowa Bartka", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Moje słowa", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await barteks.GetAsync(alone.Url())).StatusCode);
    }

    [Fact]
    public async Task Shelves_are_added_and_renamed_and_the_later_of_two_sees_both_names()
    {
        var moderator = await app.Moderator();
        await moderator.Fill("/forum/dzialy", "Dodaj dział", new() { ["Form.Name"] = "Nowy", ["Form.Description"] = "Opis" });
        var shelf = await app.Db(db => db.Set<ForumCategory>().AsNoTracking().SingleAsync(c => c.Name == "Nowy"));
        Assert.NotEqual("nowy", shelf.Slug); // it would hide the page of a new topic
        var window = await moderator.Visit("/forum/dzialy");
        var button = "Zapisz dział: Nowy";
        await moderator.Send(window, "/forum/dzialy", button, new() { ["Form.Name"] = "Pierwsza zmiana" });

        var late = await moderator.Send(window, "/forum/dzialy", button, new() { ["Form.Name"] = "Druga zmiana" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var html = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("Pierwsza zmiana", html, StringComparison.Ordinal);
        Assert.Contains("Druga zmiana", html, StringComparison.Ordinal);
        Assert.Equal("Pierwsza zmiana", await app.Db(db => db.Set<ForumCategory>().Where(c => c.Id == shelf.Id).Select(c => c.Name).SingleAsync()));
    }
}
