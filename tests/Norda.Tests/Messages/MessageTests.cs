using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Messages;
using Norda.Features.Notifications;
using Norda.Features.Reports;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Tests.Messages;

/// <summary>Anna writes to Bartek; Celina is none of it.</summary>
public sealed class MessageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Secret = "kanarek tylko dla dwojga";

    [Fact]
    public async Task A_message_reaches_the_other_who_answers_and_both_see_that_it_was_read()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));

        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", Secret, "Balustrady");
        Assert.Equal(1, await b.Unread());
        Assert.Contains("Wysłane", await a.Read(thread), StringComparison.Ordinal);
        var list = await (await b.GetAsync("/wiadomosci")).Page();
        Assert.Equal("Balustrady", list.QuerySelector(".letters .is-new .letters-subject")!.TextContent);
        Assert.Contains(Secret, await b.Read(thread), StringComparison.Ordinal);

        Assert.Equal(0, await b.Unread());
        Assert.Contains("Przeczytane", await a.Read(thread), StringComparison.Ordinal);
        await b.Reply(thread, "Odpowiadam od razu.");
        var said = await app.In(thread);
        Assert.Equal([(anna.Id, (int?)bartek.Id, (int?)null, true), (bartek.Id, anna.Id, said[0].Id, false)], said.Select(m => (m.SenderId, m.RecipientId, m.ParentId, m.IsRead)));
        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime, said[0].ReadAt);
        Assert.Equal(1, await a.Unread());
    }

    [Fact]
    public async Task Strangers_the_office_and_unproven_addresses_find_nothing()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var a = await app.As(anna);
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", Secret);
        var file = await Attached(thread, anna);
        foreach (var stranger in (User[])[await app.Member("Celina"), await app.Person("Olga", staff: Role.Office), await app.Person("Ada", staff: Role.Admin), await app.Person("Monika", staff: Role.Moderator)])
        {
            var browser = await app.As(stranger);
            foreach (var address in (string[])[$"/wiadomosci/{thread}", $"/wiadomosci/zalaczniki/{file}", $"/api/v1/messages/{thread}"])
            {
                var answer = await browser.GetAsync(address);
                Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
                Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            foreach (var handler in (string[])["", "Archive", "Delete", "Block", "Report"])
                Assert.Equal(HttpStatusCode.NotFound, (await browser.PostForm("/konto", $"/wiadomosci/{thread}?handler={handler}", new() { ["Form.Content"] = "Wtrącam się", ["message"] = $"{file}" })).StatusCode);
            Assert.DoesNotContain(Secret, await browser.GetStringAsync("/wiadomosci?q=kanarek"), StringComparison.Ordinal);
            var report = await browser.GetAsync($"/zglos?rodzaj=message&id={(await app.In(thread))[0].Id}");
            Assert.DoesNotContain(Secret, await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Single(await app.In(thread));
        Assert.Equal(HttpStatusCode.OK, (await a.GetAsync($"/wiadomosci/zalaczniki/{file}")).StatusCode);
        var unproven = await app.As(await app.Person("Nowy", await app.Firm("Firma Nowego"), verified: false));
        Assert.NotEqual(HttpStatusCode.OK, (await unproven.GetAsync($"/wiadomosci/do/{bartek.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_blocked_person_is_refused_and_what_they_typed_stays_until_they_are_let_in_again()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", "Kup coś");
        await b.Post(thread, "Block");

        var again = await a.Reply(thread, "Kup jednak");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var page = await again.Page();
        Assert.Contains("nie przyjmuje od Ciebie", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kup jednak", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await a.Fill($"/wiadomosci/do/{bartek.Id}", "Wyślij", new() { ["Form.Subject"] = "Inaczej", ["Form.Content"] = "Kup" })).StatusCode);
        Assert.Null((await (await b.GetAsync($"/wiadomosci/{thread}")).Page()).QuerySelector("textarea"));

        await b.PostForm("/wiadomosci/zablokowani", "/wiadomosci/zablokowani", new() { ["id"] = $"{anna.Id}" });
        Assert.Equal(HttpStatusCode.Redirect, (await a.Reply(thread, "Przepraszam")).StatusCode);
    }

    [Fact]
    public async Task A_moderator_sees_the_reported_message_and_no_other_and_takes_it_down()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", Secret);
        await a.Reply(thread, "Obelga, która boli");
        var bad = (await app.In(thread))[1];
        var monika = await app.As(await app.Person("Monika", staff: Role.Moderator));

        var next = (await b.Post(thread, "Report", new() { ["message"] = $"{bad.Id}" })).Headers.Location!.OriginalString;
        await b.Fill(next, "Wyślij zgłoszenie", new() { ["Form.Reason"] = "Ta wiadomość mnie obraża bez powodu.", ["Form.GoodFaith"] = "true" });
        var reported = await app.Db(db => db.Set<ContentReport>().AsNoTracking().SingleAsync(r => r.UserId == bartek.Id));
        Assert.Equal(("message", bad.Id), (reported.SubjectType, reported.SubjectId));
        var queue = await monika.GetStringAsync("/biuro/moderacja/zgloszenia");
        Assert.Contains("Obelga", queue, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, queue, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await monika.GetAsync($"/wiadomosci/{thread}")).StatusCode);

        Assert.True(await app.Run<IEnumerable<IReportable>, bool>(kinds => kinds.Single(k => k.Kind == "message").TakeDown(bad.Id, "Obraża.", CancellationToken.None)));
        Assert.DoesNotContain("Obelga", await b.Read(thread), StringComparison.Ordinal);
        Assert.Contains(Secret, await b.Read(thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_conversations_an_hour_and_the_next_waits_with_what_was_typed()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var a = await app.As(anna);
        var forms = new List<AngleSharp.Dom.IDocument>();
        for (var i = 0; i < 24; i++)
            forms.Add(await (await a.GetAsync($"/wiadomosci/do/{bartek.Id}")).Page());

        var answers = await Task.WhenAll(forms.Select(form => a.Send(form, $"/wiadomosci/do/{bartek.Id}", "Wyślij", new() { ["Form.Subject"] = "Oferta", ["Form.Content"] = "Tekst, który nie ginie" })));

        Assert.Equal((20, 4), (answers.Count(r => r.StatusCode == HttpStatusCode.Redirect), answers.Count(r => r.StatusCode == HttpStatusCode.TooManyRequests)));
        Assert.Equal(20, await app.Db(db => db.Set<MessageThread>().CountAsync(t => t.StartedBy == anna.Id)));
        var refused = answers.First(r => r.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        var page = await refused.Page();
        Assert.Contains("W ciągu godziny możesz zacząć 20 rozmów", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tekst, który nie ginie", page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_message()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var a = await app.As(anna);
        var form = await (await a.GetAsync($"/wiadomosci/do/{bartek.Id}")).Page();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => a.Send(form, $"/wiadomosci/do/{bartek.Id}", "Wyślij", new() { ["Form.Subject"] = "Raz", ["Form.Content"] = "Tylko raz" })));

        Assert.Equal((1, 1), (await app.Db(db => db.Set<MessageThread>().CountAsync(t => t.StartedBy == anna.Id)), await app.Db(db => db.Set<PrivateMessage>().CountAsync(m => m.SenderId == anna.Id))));
    }

    [Fact]
    public async Task Ten_lines_in_a_row_are_one_notice_which_reading_them_settles()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", Secret, "Temat rozmowy");
        await a.Reply(thread, "I jeszcze to");

        var told = await app.Db(db => db.Set<UserNotification>().AsNoTracking().SingleAsync(n => n.UserId == bartek.Id && n.Kind == "message-received"));
        Assert.Equal(("Nowa wiadomość: Anna", "Temat rozmowy", $"/wiadomosci/{thread}#odpowiedz", "message", false), (told.Title, told.Message, told.ActionUrl, told.NotificationType, told.IsRead));
        await b.Read(thread);
        Assert.True(await app.Db(db => db.Set<UserNotification>().Where(n => n.Id == told.Id).Select(n => n.IsRead).SingleAsync()));
        await a.Reply(thread, "A to po przeczytaniu");
        Assert.Equal(2, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == bartek.Id && n.Kind == "message-received")));
    }

    [Fact]
    public async Task What_is_put_away_comes_back_with_the_next_message_and_what_is_deleted_without_its_past()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", Secret, "Do odłożenia");
        await b.Post(thread, "Archive", new() { ["away"] = "true" });
        Assert.DoesNotContain("Do odłożenia", await b.GetStringAsync("/wiadomosci"), StringComparison.Ordinal);
        Assert.Contains("Do odłożenia", await b.GetStringAsync("/wiadomosci?widok=archiwum"), StringComparison.Ordinal);
        Assert.Contains("Do odłożenia", await b.GetStringAsync("/wiadomosci?widok=archiwum&q=KANAREK"), StringComparison.Ordinal);
        await a.Reply(thread, "Nowe");
        Assert.Contains("Do odłożenia", await b.GetStringAsync("/wiadomosci"), StringComparison.Ordinal);

        await b.Post(thread, "Delete");
        Assert.DoesNotContain("Do odłożenia", await b.GetStringAsync("/wiadomosci"), StringComparison.Ordinal);
        await a.Reply(thread, "Po usunięciu");
        Assert.Equal(1, await b.Unread());
        var seen = await b.Read(thread);
        Assert.Contains("Po usunięciu", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Do odłożenia", await b.GetStringAsync("/wiadomosci?q=kanarek"), StringComparison.Ordinal);
        Assert.Contains(Secret, await a.Read(thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_messages_are_a_page_away()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var a = await app.As(anna);
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", "Pierwsza z wielu");
        for (var i = 2; i <= 32; i++)
            await a.Reply(thread, $"Kolejna {i}");

        var newest = await (await a.GetAsync($"/wiadomosci/{thread}")).Page();
        Assert.Equal(30, newest.QuerySelectorAll(".talk-line").Length);
        var older = await a.GetStringAsync(newest.QuerySelector(".letters-older a")!.GetAttribute("href")!);
        Assert.Contains("Pierwsza z wielu", older, StringComparison.Ordinal);
        Assert.DoesNotContain("Kolejna 3<", older, StringComparison.Ordinal);
    }

    private async Task<int> Attached(int thread, User owner)
    {
        var message = (await app.In(thread))[0].Id;
        return await app.Db(async db =>
        {
            var file = new MessageAttachment { MessageId = message, UserId = owner.Id, Name = "plan.pdf", ContentType = "application/pdf", Content = System.Text.Encoding.UTF8.GetBytes(Secret), Size = 24 };
            db.Add(file);
            await db.SaveChangesAsync();
            return file.Id;
        });
    }
}
