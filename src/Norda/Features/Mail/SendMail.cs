using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Mail.Bounces;
using Norda.Platform;

namespace Norda.Features.Mail;

/// <summary>
/// Sends what is due. A letter is claimed before it is sent, so that two instances never send it twice; a server that is away
/// or busy is tried again later and later, for three days; one that refuses the letter for good is not asked again.
/// </summary>
public class SendMail(AppDb db, RecordBounce bounces, TimeProvider clock, IOptions<MailOptions> options, IOptions<ChamberOptions> chamber, ILogger<SendMail> log)
{
    private const int AtOnce = 20;
    private const int LongestError = 1000;
    private const string Held = "Adres jest wstrzymany, bo listy z niego wracały.";

    /// <summary>Longer than any conversation with a server can last.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many letters went out.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = Now;
        var due = await db.Set<OutboxMail>().Where(m => m.SentAt == null && m.FailedAt == null && m.NextAttemptAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Take(AtOnce).Select(m => m.Id).ToListAsync(cancel);
        var sent = 0;
        foreach (var id in due)
            if (await Take(id, cancel) is { } letter && !await IsHeld(letter, cancel) && await Deliver(letter, cancel))
                sent++;
        return sent;
    }

    /// <summary>Of those who want the letter at once, the database lets one have it.</summary>
    private async Task<OutboxMail?> Take(int id, CancellationToken cancel)
    {
        var (now, until) = (Now, Now + Claim);
        var mine = await db.Set<OutboxMail>().Where(m => m.Id == id && m.SentAt == null && m.FailedAt == null && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel);
        return mine == 0 ? null : await db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.Id == id, cancel);
    }

    /// <summary>An address from which letters come back gets none; what was meant for it is given up, and tried again once the office has lifted the hold and asks for it.</summary>
    private async Task<bool> IsHeld(OutboxMail letter, CancellationToken cancel)
    {
        var address = AddressHold.Of(letter.Recipient);
        if (!await db.Set<AddressHold>().AnyAsync(h => h.Address == address && h.HeldAt != null, cancel))
            return false;
        var now = Now;
        await db.Set<OutboxMail>().Where(m => m.Id == letter.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedUntil, (DateTime?)null).SetProperty(x => x.FailedAt, now).SetProperty(x => x.LastError, Held), cancel);
        return true;
    }

    private async Task<bool> Deliver(OutboxMail letter, CancellationToken cancel)
    {
        try
        {
            await (options.Value.Host is { Length: > 0 } host ? ToServer(letter, host, cancel) : ToFolder(letter, cancel));
            var now = Now;
            await db.Set<OutboxMail>().Where(m => m.Id == letter.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, now).SetProperty(x => x.LastError, (string?)null).SetProperty(x => x.File, (byte[]?)null), CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            await PutOff(letter, failure);
            return false;
        }
    }

    private async Task PutOff(OutboxMail letter, Exception failure)
    {
        var now = Now;
        var given = failure is SmtpCommandException { StatusCode: >= SmtpStatusCode.CommandUnrecognized } || now - letter.CreatedAt > Patience;
        var next = now + Pauses[Math.Min(letter.Attempts, Pauses.Length) - 1];
        var reason = failure.Message[..Math.Min(failure.Message.Length, LongestError)];
        log.LogWarning("Letter {Id} not sent ({Attempts}): {Reason}", letter.Id, letter.Attempts, reason);
        if (failure is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= SmtpStatusCode.CommandUnrecognized })
            await bounces.Note(letter.Recipient, letter.UserId, letter.Id, "5.0.0", reason, isHard: true, CancellationToken.None);
        await db.Set<OutboxMail>().Where(m => m.Id == letter.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedUntil, (DateTime?)null)
            .SetProperty(x => x.NextAttemptAt, next).SetProperty(x => x.LastError, reason).SetProperty(x => x.FailedAt, given ? now : null), CancellationToken.None);
    }

    private async Task ToServer(OutboxMail letter, string host, CancellationToken cancel)
    {
        var server = options.Value;
        using var smtp = new SmtpClient { Timeout = (int)Timeout.TotalMilliseconds };
        await smtp.ConnectAsync(host, server.Port, server.Security, cancel);
        if (server.User is not null)
            await smtp.AuthenticateAsync(server.User, server.Password ?? "", cancel);
        await smtp.SendAsync(Envelope.Of(letter, server, chamber.Value.Name), cancel);
        try
        {
            await smtp.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception farewell) when (farewell is IOException or MailKit.ProtocolException)
        {
            // The letter is out: a farewell that fails must not send it again.
        }
    }

    private async Task ToFolder(OutboxMail letter, CancellationToken cancel)
    {
        var folder = System.IO.Directory.CreateDirectory(options.Value.Folder).FullName;
        await Envelope.Of(letter, options.Value, chamber.Value.Name).WriteToAsync(Path.Combine(folder, $"{letter.CreatedAt:yyyyMMdd-HHmmss}-{letter.Id}.eml"), cancel);
    }
}
