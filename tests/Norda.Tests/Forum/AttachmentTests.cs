using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Forum;
using SkiaSharp;

namespace Norda.Tests.Forum;

/// <summary>Files that hang on posts, and posts that their authors take back.</summary>
public sealed class AttachmentTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n");

    [Fact]
    public async Task A_picture_is_drawn_anew_a_document_is_saved_and_only_members_open_them()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Zdjęcia z budowy hali");

        await Send(barteks, topic, ("zdjęcie.png", "image/png", Picture()), ("rysunek.pdf", "application/pdf", Pdf));

        var links = (await annas.Visit(topic.Url())).QuerySelectorAll(".post-files a").Select(a => a.GetAttribute("href")!).ToList();
        var (picture, document) = (await annas.GetAsync(links[0]), await annas.GetAsync(links[1]));
        Assert.Equal(("image/webp", null), (picture.Content.Headers.ContentType!.MediaType, picture.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(("application/pdf", "attachment"), (document.Content.Headers.ContentType!.MediaType, document.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().GetAsync(links[0])).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await (await app.As(await app.Person("Nikt"))).GetAsync(links[0])).StatusCode);
    }

    [Fact]
    public async Task What_hangs_on_a_hidden_post_only_its_author_and_moderators_open()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Temat z ukrytym zdjęciem");
        await Send(barteks, topic, ("a.png", "image/png", Picture()));
        var link = (await annas.Visit(topic.Url())).QuerySelector(".post-files a")!.GetAttribute("href")!;

        await app.Db(db => db.Set<ForumReply>().Where(r => r.TopicId == topic.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.HiddenAt, app.Clock.GetUtcNow().UtcDateTime)));

        Assert.Equal(HttpStatusCode.NotFound, (await annas.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await barteks.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.Moderator()).GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task What_is_neither_or_too_many_is_refused_beside_the_field()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Temat z obcym plikiem");

        var foreign = await Send(annas, topic, ("zlosliwy.exe", "image/png", Encoding.ASCII.GetBytes("MZ to nie zdjęcie")));
        var active = await Send(annas, topic, ("skrypt.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.4 /JavaScript %%EOF")));
        var many = await Send(annas, topic, [.. Enumerable.Range(0, 4).Select(i => ($"{i}.png", "image/png", Picture()))]);

        foreach (var answer in new[] { foreign, active, many })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull((await answer.Page()).QuerySelector("#Form_Files-e"));
        }

        Assert.Equal(0, await app.Db(db => db.Set<ForumReply>().CountAsync(r => r.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_reply_is_taken_back_within_the_hour_by_its_author_alone()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var topic = await app.Open(annas, "Temat, w którym ktoś się myli");
        var reply = await app.Reply(barteks, topic, "Pomyłka, nie ten temat.");

        Assert.Equal(HttpStatusCode.NotFound, (await annas.GetAsync($"/forum/popraw/odpowiedz/{reply.Id}")).StatusCode);
        await barteks.Press($"/forum/popraw/odpowiedz/{reply.Id}", "Usuń wpis");

        Assert.False(await app.Db(db => db.Set<ForumReply>().AnyAsync(r => r.Id == reply.Id)));
        var left = await app.Topic(topic.Title);
        Assert.Equal((0, topic.CreatedAt), (left.RepliesCount, left.LastReplyAt));
    }

    [Fact]
    public async Task A_topic_is_taken_back_only_while_nobody_has_answered()
    {
        var ((_, annas), (_, barteks)) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (alone, answered) = (await app.Open(annas, "Temat bez odpowiedzi"), await app.Open(annas, "Temat z odpowiedzią"));
        await app.Reply(barteks, answered, "Jestem.");

        await annas.Press($"/forum/popraw/temat/{alone.Id}", "Usuń wpis");
        await annas.Press($"/forum/popraw/temat/{answered.Id}", "Usuń wpis");

        Assert.Equal([answered.Id], await app.Db(db => db.Set<ForumTopic>().Where(t => t.Id == alone.Id || t.Id == answered.Id).Select(t => t.Id).ToListAsync()));
        Assert.Null((await app.Topic(answered.Title)).HiddenAt);
    }

    [Fact]
    public async Task After_an_hour_what_was_said_stays_said()
    {
        var (_, annas) = await app.Member("Anna");
        var topic = await app.Open(annas, "Temat sprzed godziny");
        var page = await annas.Visit($"/forum/popraw/temat/{topic.Id}");

        app.Clock.Advance(TimeSpan.FromMinutes(61));
        var late = await annas.Send(page, $"/forum/popraw/temat/{topic.Id}", "Usuń wpis", []);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.NotNull(await app.Topic(topic.Title));
    }

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(40, 30);
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, ForumTopic topic, params (string Name, string Type, byte[] Content)[] files)
    {
        var token = (await browser.Visit(topic.Url())).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Patrzcie na to."), "Form.Content" } };
        foreach (var (name, type, content) in files)
            form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, "Form.Files", name);
        return await browser.PostAsync(topic.Url(), form);
    }
}
