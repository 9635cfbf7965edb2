using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Writing;

/// <summary>Writes to somebody, or to a firm, for the first time about something.</summary>
public class StartThread(AppDb db, Me me, DeliverMessage deliver, ReadAttachments read, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostPerHour = 20;

    /// <summary>Number of the thread when it is done.</summary>
    public async Task<(int? Thread, Outcome Outcome)> Run(Addressee to, ThreadForm form, CancellationToken cancel)
    {
        if (me.Id is not { } writer || !me.Is(Role.Member))
            return (null, Outcome.Refuse(texts["Wiadomości piszą członkowie izby z potwierdzonym adresem e-mail."]));
        if (await Known(writer, form.Key, cancel) is { } sent)
            return (sent, Outcome.Done);
        if (await Hindrance(writer, to, cancel) is { } hindrance)
            return (null, Outcome.Refuse(hindrance));
        var (files, refusal) = await read.Run(form.Files, writer, cancel);
        if (refusal is not null)
            return (null, Outcome.Refuse(refusal, "Form.Files"));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.TakeTurn(writer, cancel);
        if (await Wait(writer, cancel) is { } wait)
            return (null, Outcome.Refuse(texts["W ciągu godziny możesz zacząć {0} rozmów. Następną zaczniesz za {1}; to, co jest napisane, poczeka w formularzu.", MostPerHour, Plural.Of((long)Math.Ceiling(wait.TotalMinutes), texts["minutę|minuty|minut"])]) with { Wait = wait });
        var thread = await Open(writer, to, form, cancel);
        if (!await deliver.Run(thread, new Draft(writer, FromFirm: false, to.UserId, form.Subject, form.Content, form.Key, files), cancel))
            return (await Known(writer, form.Key, cancel), Outcome.Done);
        await transaction.CommitAsync(cancel);
        return (thread.Id, Outcome.Done);
    }

    private async Task<MessageThread> Open(int writer, Addressee to, ThreadForm form, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var thread = new MessageThread { CompanyId = to.CompanyId, Subject = PlainText.Line(form.Subject) ?? "", StartedBy = writer, CreatedAt = now, LastMessageAt = now };
        thread.People.Add(new ThreadPerson { UserId = writer });
        if (to.UserId is { } person)
            thread.People.Add(new ThreadPerson { UserId = person });
        db.Add(thread);
        await db.SaveChangesAsync(cancel);
        return thread;
    }

    private async Task<int?> Known(int writer, string? key, CancellationToken cancel) =>
        string.IsNullOrEmpty(key) ? null : await db.Set<PrivateMessage>().Where(m => m.SenderId == writer && m.ClientKey == key).Select(m => (int?)m.ThreadId).SingleOrDefaultAsync(cancel);

    private async Task<string?> Hindrance(int writer, Addressee to, CancellationToken cancel)
    {
        if (to.CompanyId is { } firm)
            return me.BelongsTo(firm) ? texts["To Twoja firma. Do osób z niej napiszesz wprost."]
                : !await db.WhoAnswerFor(firm).AnyAsync(cancel) ? texts["Tej firmy nikt jeszcze tu nie prowadzi. Zadzwoń albo wyślij e-mail: kontakt jest na jej stronie."]
                : await deliver.Blocked(writer, db.WhoAnswerFor(firm).Select(u => u.Id), cancel);
        if (to.UserId == writer)
            return texts["Do siebie nie da się napisać. Wybierz inną osobę."];
        return await db.WhoReceiveMessages().AnyAsync(u => u.Id == to.UserId, cancel) ? await deliver.Blocked(writer, db.Users.Where(u => u.Id == to.UserId).Select(u => u.Id), cancel)
            : texts["Ta osoba nie przyjmuje wiadomości."];
    }

    /// <summary>How long until the oldest of the last twenty is an hour old.</summary>
    private async Task<TimeSpan?> Wait(int writer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hourAgo = now.AddHours(-1);
        var starts = await db.Set<MessageThread>().Where(t => t.StartedBy == writer && t.CreatedAt > hourAgo).OrderByDescending(t => t.CreatedAt).Select(t => t.CreatedAt).Take(MostPerHour).ToListAsync(cancel);
        return starts.Count < MostPerHour ? null : starts[^1].AddHours(1) - now;
    }
}

/// <summary>A person or a firm: one of the two.</summary>
public sealed record Addressee(int? UserId, int? CompanyId);
