using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Forum;
using Norda.Features.Forum.Writing;

namespace Norda.Tests.Forum;

/// <summary>Anna asks, Bartek and Dorota answer.</summary>
public sealed class TalkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_question_is_asked_and_answered_and_its_author_is_told()
    {
        var ((anna, annas), (bartek, barteks)) = (await app.Member("Anna Pytająca"), await app.Member("Bartek Odpowiadający"));
        var topic = await app.Open(annas, "Kto poleca serwis wózków?", "Mamy **dwa** wózki.");

        var reply = await app.Reply(barteks, topic, "Sprawdźcie w katalogu.");

        var page = await annas.Visit(topic.Url());
        Assert.Equal("dwa", page.QuerySelector("#temat .prose strong")!.TextContent);
        Assert.Equal("Bartek Odpowiadający", page.QuerySelector($"#p{reply.Id} h2")!.TextContent.Trim());
        var notice = Assert.Single(await app.Notices(anna));
        Assert.Equal(($"{topic.Url()}?odpowiedz={reply.Id}#p{reply.Id}", "forum-reply", "Sprawdźcie w katalogu."), (notice.ActionUrl, notice.Kind, notice.Message));
        Assert.Empty(await app.Notices(bartek));
        var row = await app.Topic(topic.Title);
        Assert.Equal((1, reply.CreatedAt), (row.RepliesCount, row.LastReplyAt));
    }

    [Fact]
    public async Task A_visitor_and_a_person_without_a_firm_do_not_read_the_forum()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Tylko dla członków izby");

        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().GetAsync(topic.Url())).StatusCode);
        var stranger = await app.As(await app.Person("Nikt"));
        Assert.DoesNotContain("Tylko dla członków izby", await (await stranger.GetAsync(topic.Url())).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Treść tematu", (await app.Page($"/zglos?rodzaj=forum_topic&id={topic.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_topic_comes_back_with_the_faults_beside_the_fields_and_what_was_typed()
    {
        var (_, browser) = await app.Member("Anna");
        await app.Shelf();

        var answer = await browser.Fill("/forum/nowy", "Opublikuj temat", new() { ["Form.Title"] = "Hm", ["Form.Content"] = "Ale treść jest.", ["Form.CategoryId"] = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains("od 5 do 200", page.QuerySelector("#Form_Title-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wybierz dział forum.", page.QuerySelector("#Form_CategoryId-e")!.TextContent.Trim());
        Assert.Equal("Ale treść jest.", page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_preview_shows_the_text_and_saves_nothing()
    {
        var (anna, browser) = await app.Member("Anna");

        var page = await (await browser.Fill("/forum/nowy", "Podgląd", new() { ["Form.Title"] = "Podgląd tematu", ["Form.Content"] = "- raz\n- dwa" })).Page();

        Assert.Equal(["raz", "dwa"], page.QuerySelectorAll(".panel .prose li").Select(li => li.TextContent));
        Assert.Equal("- raz\n- dwa", page.QuerySelector("textarea")!.TextContent);
        Assert.False(await app.Db(db => db.Set<ForumTopic>().AnyAsync(t => t.AuthorId == anna.Id)));
    }

    [Fact]
    public async Task A_quote_begins_the_answer_with_what_was_said()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna Cytowana"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Temat do cytowania", "Pierwszy wiersz\ndrugi wiersz");

        Assert.Equal("> **Anna Cytowana:**\n> Pierwszy wiersz\n> drugi wiersz", (await barteks.Visit(topic.Url() + "?cytat=0")).QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Whoever_is_called_by_name_is_told_once_and_so_at_once()
    {
        var ((anna, annas), (bartek, barteks), (dorota, dorotas)) = (await app.Member("Anna Żak"), await app.Member("Bartek Łoś"), await app.Member("Dorota Kos"));
        var topic = await app.Open(annas, "Rozmowa z imionami");
        await app.Reply(barteks, topic, "Ja wiem.");

        await app.Reply(dorotas, topic, "@bartek los, co myślisz? Piszę też na anna@firma.example.");

        Assert.Equal(["forum-mention"], (await app.Notices(bartek)).Select(n => n.Kind));
        Assert.Equal(["forum-reply", "forum-reply"], (await app.Notices(anna)).Select(n => n.Kind));
        Assert.Empty(await app.Notices(dorota));
    }

    [Fact]
    public async Task Anybody_in_the_chamber_is_called_by_the_whole_name_in_a_new_topic_and_in_an_answer()
    {
        var ((_, annas), (bartek, barteks), (dorota, _)) = (await app.Member("Anna"), await app.Member("Bartłomiej Żółw-Śledź"), await app.Member("Dorota Niepytana"));

        var topic = await app.Open(annas, "Pytanie do jednej osoby", "Dzień dobry, @bartlomiej zolw-sledz, ma Pan chwilę? @Dorota");
        Assert.Equal((topic.Url(), "forum-mention"), Assert.Single((await app.Notices(bartek)).Select(n => (n.ActionUrl, n.Kind))));

        await app.Reply(barteks, topic, "Zapytajmy: @Dorota Niepytana.");
        Assert.Equal(["forum-mention"], (await app.Notices(dorota)).Select(n => n.Kind)); // the first name alone calls nobody from outside the conversation
    }

    [Theory]
    [InlineData("Pytam @Anna Nowak.", "anna nowak")]
    [InlineData("(@Żaneta Łoś-Kos)", "zaneta los|zaneta los kos")]
    [InlineData("Pisz na biuro@anna nowak", "")]
    [InlineData("@Anna", "")]
    public void A_whole_name_has_two_words_at_least_and_an_address_calls_nobody(string text, string names) => Assert.Equal(names, string.Join('|', Mentions.WholeNames(text)));

    [Theory]
    [InlineData("@Anna, zobacz", "Anna Nowak", true)]
    [InlineData("hej @anna nowak!", "Anna Nowak", true)]
    [InlineData("@Łukasz", "Łukasz Żur", true)]
    [InlineData("@lukasz", "Łukasz Żur", true)]
    [InlineData("@Annabella", "Anna Nowak", false)]
    [InlineData("biuro@anna.example", "Anna Nowak", false)]
    [InlineData("Anna", "Anna Nowak", false)]
    public void A_name_is_called_by_the_sign_before_it(string text, string person, bool called) => Assert.Equal(called, Mentions.Names(text, person));

    [Fact]
    public async Task A_muted_topic_is_silent_and_a_followed_one_is_not()
    {
        var ((anna, annas), (_, barteks), (dorota, dorotas)) = (await app.Member("Anna"), await app.Member("Bartek"), await app.Member("Dorota"));
        var topic = await app.Open(annas, "Cisza i obserwowanie");
        await annas.Press(topic.Url(), "Wycisz temat");
        await dorotas.Press(topic.Url(), "Obserwuj temat");

        await app.Reply(barteks, topic, "Nowina.");

        Assert.Empty(await app.Notices(anna));
        Assert.Equal(["forum-reply"], (await app.Notices(dorota)).Select(n => n.Kind));
        Assert.Equal([topic.Title], await dorotas.Titles("/forum?tylko=obserwowane"));
    }

    [Fact]
    public async Task A_post_can_be_mended_for_an_hour_and_the_former_words_stay()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Litrówka w tytule", "Stara treść");
        var edit = $"/forum/popraw/temat/{topic.Id}";
        app.Clock.Advance(TimeSpan.FromMinutes(59));

        await annas.Fill(edit, "Zapisz zmiany", new() { ["Form.Title"] = "Literówka w tytule", ["Form.Content"] = "Nowa treść" });

        Assert.Equal("Nowa treść", (await app.Topic("Literówka w tytule")).Content);
        Assert.Contains("Stara treść", (await annas.Visit($"/forum/historia/temat/{topic.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await annas.GetAsync(topic.Url())).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await annas.GetAsync(edit)).StatusCode);
        var fresh = await app.Open(annas, "Świeży temat obok");
        var form = await annas.Visit($"/forum/popraw/temat/{fresh.Id}");
        Assert.Equal(HttpStatusCode.NotFound, (await annas.Send(form, edit, "Zapisz zmiany", new() { ["Form.Content"] = "Za późno" })).StatusCode);
    }

    [Fact]
    public async Task Others_cannot_change_a_post_and_of_two_windows_the_later_sees_both_texts()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Dwa okna jednej osoby", "Pierwotna");
        var edit = $"/forum/popraw/temat/{topic.Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await barteks.GetAsync(edit)).StatusCode);
        var window = await annas.Visit(edit);
        await annas.Fill(edit, "Zapisz zmiany", new() { ["Form.Content"] = "Z pierwszego okna" });

        var late = await annas.Send(window, edit, "Zapisz zmiany", new() { ["Form.Content"] = "Z drugiego okna" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var page = await late.Page();
        Assert.Contains("Z pierwszego okna", page.QuerySelector("p.pre-line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Z drugiego okna", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Z pierwszego okna", (await app.Topic(topic.Title)).Content);
        Assert.Equal(HttpStatusCode.Redirect, (await annas.Send(page, edit, "Zapisz zmiany", [])).StatusCode);
    }

    [Fact]
    public async Task The_author_marks_what_solved_it_and_others_cannot()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek Rozwiązujący"));
        var topic = await app.Open(annas, "Do rozwiązania");
        var reply = await app.Reply(barteks, topic, "Tak to zrób.");
        Assert.DoesNotContain((await barteks.Visit(topic.Url())).QuerySelectorAll("button"), b => b.TextContent.Contains("To rozwiązanie", StringComparison.Ordinal));

        await annas.Press(topic.Url(), "To rozwiązanie: Bartek Rozwiązujący");

        Assert.Equal(reply.Id, (await app.Topic(topic.Title)).SolvedReplyId);
        Assert.NotNull((await barteks.Visit(topic.Url())).QuerySelector($"#p{reply.Id}.is-solution"));
        var form = await annas.Visit(topic.Url());
        using var forged = new FormUrlEncodedContent([new("odpowiedz", ""), new("__RequestVerificationToken", (await barteks.Visit(topic.Url())).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        await barteks.PostAsync(topic.Url() + "?handler=Rozwiazanie", forged);
        Assert.Equal(reply.Id, (await app.Topic(topic.Title)).SolvedReplyId);
        await annas.Send(form, topic.Url(), "To nie rozwiązanie: Bartek Rozwiązujący", []);
        Assert.Null((await app.Topic(topic.Title)).SolvedReplyId);
    }

    [Fact]
    public async Task A_draft_is_found_again_and_goes_with_the_answer()
    {
        var (anna, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Ze szkicem");
        var page = await annas.Visit(topic.Url());
        var form = page.QuerySelector("form[data-draft]")!;
        using var typed = new FormUrlEncodedContent([new("Form.Content", "Zaczynam pisać"), new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);

        var kept = await annas.PostAsync(form.GetAttribute("data-draft"), typed);

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal("Zaczynam pisać", (await annas.Visit(topic.Url())).QuerySelector("textarea")!.TextContent);
        await app.Reply(annas, topic, "Gotowe.");
        Assert.False(await app.Db(db => db.Set<ForumDraft>().AnyAsync(d => d.UserId == anna.Id)));
    }

    [Fact]
    public async Task Twelve_who_answer_at_once_are_all_counted()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Wszyscy naraz");
        var others = new List<HttpClient>();
        for (var i = 0; i < 12; i++)
            others.Add((await app.Member($"Osoba {i}")).Browser);
        var pages = await Task.WhenAll(others.Select(o => o.Visit(topic.Url())));

        await Task.WhenAll(others.Select((o, i) => o.Send(pages[i], topic.Url(), "Wyślij odpowiedź", new() { ["Form.Content"] = $"Głos {i}" })));

        var (count, rows) = ((await app.Topic(topic.Title)).RepliesCount, await app.Db(db => db.Set<ForumReply>().CountAsync(r => r.TopicId == topic.Id)));
        Assert.Equal((12, 12), (count, rows));
    }
}
