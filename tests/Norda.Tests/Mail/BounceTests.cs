using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using Norda.Features.Mail;
using Norda.Features.Mail.Bounces;
using Norda.Platform.Access;

namespace Norda.Tests.Mail;

/// <summary>Letters that come back: who gets none any more, and whose word counts.</summary>
public sealed class BounceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_address_that_does_not_exist_is_held_at_once_and_gets_nothing_more()
    {
        var letter = await Letter("nie-ma@skrzynka.example");

        Assert.Equal(1, await Return(Report(letter, "5.1.1", "smtp; 550 5.1.1 User unknown")));
        var next = await Letter("nie-ma@skrzynka.example");
        await Send();

        var hold = await Hold("nie-ma@skrzynka.example");
        Assert.Equal(("5.1.1", "550 5.1.1 User unknown"), (hold!.Status, hold.Reason));
        var row = await Row(next.Id);
        Assert.Null(row.SentAt);
        Assert.NotNull(row.FailedAt);
    }

    [Fact]
    public async Task A_full_mailbox_is_held_the_third_time_and_a_report_read_twice_counts_once()
    {
        var letters = new[] { await Letter("pelna@skrzynka.example"), await Letter("pelna@skrzynka.example"), await Letter("pelna@skrzynka.example") };
        await Return(Report(letters[0], "4.2.2"));
        await Return(Report(letters[0], "4.2.2"));
        await Return(Report(letters[1], "4.2.2"));
        var before = await Hold("pelna@skrzynka.example");
        await Return(Report(letters[2], "4.2.2"));

        Assert.Equal((2, null), (before!.SoftBounces, before.HeldAt));
        Assert.NotNull((await Hold("pelna@skrzynka.example"))!.HeldAt);
    }

    [Theory]
    [InlineData("delayed", "5.1.1", null, 0)]
    [InlineData("failed", "5.1.1", "kto-inny@skrzynka.example", 0)]
    [InlineData("failed", "5.1.1", null, 1)]
    public async Task Only_a_failure_of_a_letter_of_ours_to_that_address_counts(string action, string status, string? address, long wrongTicks)
    {
        var letter = await Letter($"cudza-{action}-{wrongTicks}-{address?.Length}@skrzynka.example");

        Assert.Equal(0, await Return(Report(letter, status, action: action, address: address, ticks: letter.CreatedAt.Ticks + wrongTicks)));
        Assert.Null(await Hold(letter.Recipient));
        Assert.Null(await Hold("kto-inny@skrzynka.example"));
    }

    [Fact]
    public async Task What_is_no_report_says_nothing() =>
        Assert.Equal(0, await Return("From: ktos@obcy.example\r\nSubject: Re: norda-1-1\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"));

    [Fact]
    public async Task The_headers_alone_name_the_letter_too()
    {
        var letter = await Letter("naglowki@skrzynka.example");

        Assert.Equal(1, await Return(Report(letter, "5.1.1", headersOnly: true)));
        Assert.NotNull((await Hold(letter.Recipient))!.HeldAt);
    }

    [Fact]
    public async Task A_server_that_refuses_the_recipient_says_the_same()
    {
        await using var sink = new SmtpSink { Refusal = "550 no such user" };
        var letter = await Letter("odmowa@skrzynka.example");

        await Send(sink.Port);

        Assert.NotNull((await Hold(letter.Recipient))!.HeldAt);
    }

    [Fact]
    public async Task The_office_sees_it_and_lifts_it()
    {
        var letter = await Letter("wroci@skrzynka.example");
        await Return(Report(letter, "5.1.1"));
        var office = await app.As(await app.Person("Celina", staff: Role.Office));
        var page = await (await office.GetAsync("/biuro/poczta/wstrzymane")).Page();
        var button = page.QuerySelectorAll("main button").Single(b => b.GetAttribute("value") == AddressHold.Of(letter.Recipient));

        await office.Send(page, "/biuro/poczta/wstrzymane", button.TextContent.Trim(), []);
        await Letter("wroci@skrzynka.example");
        await Send();

        Assert.Null((await Hold(letter.Recipient))!.HeldAt);
        Assert.True(await app.Db(db => db.Set<OutboxMail>().AnyAsync(m => m.Recipient == "wroci@skrzynka.example" && m.SentAt != null)));
    }

    [Fact]
    public async Task The_folder_of_reports_is_read_and_emptied()
    {
        var letter = await Letter("folder@skrzynka.example");
        var folder = System.IO.Directory.CreateTempSubdirectory("norda-bounces");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.eml"), Report(letter, "5.1.1"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "2.eml"), []);
        await using var scope = app.Services.CreateAsyncScope();
        var options = Options.Create(new MailOptions { BounceFolder = folder.FullName });

        var known = await ActivatorUtilities.CreateInstance<ReadBounces>(scope.ServiceProvider, options).Run(CancellationToken.None);

        Assert.Equal(1, known);
        Assert.Empty(folder.EnumerateFiles("*.eml"));
        folder.Delete(recursive: true);
    }

    private static string Report(OutboxMail letter, string status, string diagnostic = "smtp; refused", string action = "failed", string? address = null, long? ticks = null, bool headersOnly = false) =>
        $"""
        From: MAILER-DAEMON@serwer.example
        To: norda@izba.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="granica"

        --granica
        Content-Type: text/plain

        I am sorry.

        --granica
        Content-Type: message/delivery-status

        Reporting-MTA: dns; serwer.example

        Final-Recipient: rfc822; {address ?? letter.Recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: {diagnostic}

        --granica
        Content-Type: {(headersOnly ? "text/rfc822-headers" : "message/rfc822")}

        Message-Id: <norda-{letter.Id}-{ticks ?? letter.CreatedAt.Ticks}@izba.example>
        Subject: List

        {(headersOnly ? "" : "Treść")}
        --granica--
        """.ReplaceLineEndings("\r\n");

    private async Task<int> Return(string report)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(report));
        var message = await MimeMessage.LoadAsync(text);
        return await app.Run<RecordBounce, int>(record => record.Run(message, CancellationToken.None));
    }

    private async Task<OutboxMail> Letter(string to)
    {
        var key = $"proba:{Guid.NewGuid()}";
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Norda.Data.AppDb>();
        scope.ServiceProvider.GetRequiredService<QueueMail>().Run(new Letter { UniqueKey = key, To = to, Subject = "List", Heading = "List" });
        await db.SaveChangesAsync();
        return await db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.UniqueKey == key);
    }

    private async Task Send(int? port = null)
    {
        await using var sink = new SmtpSink();
        await using var scope = app.Services.CreateAsyncScope();
        var options = Options.Create(new MailOptions { Host = "127.0.0.1", Port = port ?? sink.Port, Security = MailKit.Security.SecureSocketOptions.None });
        for (var left = 20; left > 0 && await app.Db(db => db.Set<OutboxMail>().AnyAsync(m => m.SentAt == null && m.FailedAt == null)); left--)
            await ActivatorUtilities.CreateInstance<SendMail>(scope.ServiceProvider, options).Run(CancellationToken.None);
    }

    private Task<AddressHold?> Hold(string address) => app.Db(db => db.Set<AddressHold>().AsNoTracking().SingleOrDefaultAsync(h => h.Address == AddressHold.Of(address)));

    private Task<OutboxMail> Row(int id) => app.Db(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.Id == id));
}
