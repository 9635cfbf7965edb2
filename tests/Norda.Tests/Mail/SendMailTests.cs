using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Norda.Data;
using Norda.Features.Mail;

namespace Norda.Tests.Mail;

/// <summary>Letters leave the outbox once, whatever happens to the server that takes them.</summary>
public sealed class SendMailTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_letter_arrives_as_text_and_as_HTML()
    {
        await using var sink = new SmtpSink();
        await Queue("anna@skrzynka.example", stop: "https://izba.example/stop/1");

        await Send(sink.Port);

        var letter = Assert.Single(sink.Letters);
        Assert.Equal(("anna@skrzynka.example", "Zażółć gęślą jaźń"), (letter.To.Mailboxes.Single().Address, letter.Subject));
        Assert.Contains("Masz miejsce <b>", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Masz miejsce &lt;b&gt;", letter.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(("<https://izba.example/stop/1>", "List-Unsubscribe=One-Click"), (letter.Headers[HeaderId.ListUnsubscribe], letter.Headers[HeaderId.ListUnsubscribePost]));
    }

    [Fact]
    public async Task Two_instances_send_each_letter_once()
    {
        await using var sink = new SmtpSink();
        var marked = await Task.WhenAll(Enumerable.Range(0, 15).Select(i => Queue($"{i}@dwie.example")));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(sink.Port)));

        Assert.Equal(marked.Order(StringComparer.Ordinal), sink.Letters.Select(l => l.To.Mailboxes.Single().Address).Where(a => a.EndsWith("@dwie.example", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_and_nothing_is_lost()
    {
        var address = await Queue("poczeka@skrzynka.example");
        var sink = new SmtpSink();
        var port = sink.Port;
        await sink.DisposeAsync();
        await Send(port);
        var waiting = await Row(address);
        Assert.Equal((1, null, null), (waiting.Attempts, waiting.SentAt, waiting.FailedAt));
        Assert.NotNull(waiting.LastError);

        await using var back = new SmtpSink();
        await Send(back.Port);
        Assert.Empty(back.Letters);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Send(back.Port);

        Assert.Contains(back.Letters, l => l.To.Mailboxes.Single().Address == address);
        Assert.NotNull((await Row(address)).SentAt);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_left_alone()
    {
        await using var sink = new SmtpSink { Refusal = "550 no such user" };
        var address = await Queue("nieznany@skrzynka.example");

        await Send(sink.Port);

        var row = await Row(address);
        Assert.NotNull(row.FailedAt);
        Assert.Contains("no such user", row.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_now_is_tried_again()
    {
        await using var sink = new SmtpSink { Refusal = "451 try later" };
        var address = await Queue("pozniej@skrzynka.example");

        await Send(sink.Port);

        Assert.Null((await Row(address)).FailedAt);
        Assert.True((await Row(address)).NextAttemptAt > app.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task A_line_break_in_a_name_makes_no_second_header()
    {
        await using var sink = new SmtpSink();
        await Queue("wstrzyk@skrzynka.example", name: "Anna\r\nBcc: zly@zly.example", subject: "Temat\r\nBcc: zly@zly.example");

        await Send(sink.Port);

        var letter = sink.Letters.Single(l => l.To.Mailboxes.Single().Address == "wstrzyk@skrzynka.example");
        Assert.Empty(letter.Bcc);
        Assert.Equal("Temat  Bcc: zly@zly.example", letter.Subject);
    }

    [Fact]
    public async Task Without_a_server_letters_are_files()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("norda-mail-").FullName;
        await Queue("plik@skrzynka.example");

        await Send(port: null, folder);

        Assert.Contains(System.IO.Directory.GetFiles(folder, "*.eml"), f => File.ReadAllText(f).Contains("plik@skrzynka.example", StringComparison.Ordinal));
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private async Task<string> Queue(string to, string? stop = null, string name = "Anna", string subject = "Zażółć gęślą jaźń")
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<QueueMail>().Run(new Letter { UniqueKey = Guid.NewGuid().ToString(), To = to, ToName = name, Subject = subject, Heading = "Masz miejsce <b>", UnsubscribeUrl = stop });
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
        return to;
    }

    /// <summary>One round of an instance of its own.</summary>
    private async Task Send(int? port, string folder = "var/mail")
    {
        await using var instance = await app.Changed(host =>
        {
            if (port is not null)
                host.UseSetting("Norda:Mail:Host", "127.0.0.1").UseSetting("Norda:Mail:Port", $"{port}");
            host.UseSetting("Norda:Mail:From", "biuro@izba.example").UseSetting("Norda:Mail:Folder", folder);
        });
        await using var scope = instance.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().Run(CancellationToken.None);
    }

    private Task<OutboxMail> Row(string address) => app.Db(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.Recipient == address));
}
