using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Statements.Matching;
using Norda.Features.Mail;
using Norda.Features.Papers.Mailing;
using Norda.Platform;

namespace Norda.Features.Papers.Reminders;

/// <summary>
/// Sends what the plan says for today, on working days, once to a firm for each step and term. Who has paid by then gets nothing: it is
/// asked again right before each letter.
/// </summary>
public class SendReminders(AppDb db, PlanReminders plan, PostPaper post, QueueMail mail, TimeProvider clock, IOptions<ChamberOptions> chamber, IOptions<FeeOptions> fees, IStringLocalizer<Texts> texts)
{
    public async Task<string> Run(CancellationToken cancel)
    {
        var today = clock.Today();
        if (await plan.StoppedBy(today, cancel) is { } stopped)
            return stopped;
        var (sent, toPrint) = (0, 0);
        foreach (var reminder in await plan.Run(await plan.Steps(cancel), today, cancel))
        {
            if (!await IsOpen(reminder, cancel))
                continue;
            var posted = await Send(reminder, today, cancel);
            sent += posted == Posted.Mailed ? 1 : 0;
            toPrint += posted == Posted.ToPrint ? 1 : 0;
        }

        return $"Przypomnienia: {sent}, do wysłania pocztą: {toPrint}.";
    }

    private Task<bool> IsOpen(DueReminder reminder, CancellationToken cancel) =>
        db.Set<Fee>().AnyAsync(f => f.CompanyId == reminder.CompanyId && f.DueDate == reminder.Due && f.CancelledAt == null && f.Amount - f.Waived - f.AmountPaid > 0, cancel);

    /// <summary>A demand is a paper of its own, with a number.</summary>
    private async Task<Posted> Send(DueReminder reminder, DateOnly today, CancellationToken cancel)
    {
        if (reminder.Kind != PostKind.Reminder)
        {
            var (posted, _) = await post.Run(new PostOrder(reminder.CompanyId, reminder.Kind) { WithInterest = reminder.WithInterest, Occasion = reminder.Occasion }, cancel);
            return posted;
        }

        db.Add(new PaperLetter { CompanyId = reminder.CompanyId, Kind = PostKind.Reminder, Occasion = reminder.Occasion, Recipient = reminder.Email, SentOn = today, CreatedAt = clock.GetUtcNow().UtcDateTime });
        var payee = Payee.Of(chamber.Value, fees.Value, reminder.Number);
        if (reminder.Email is { } email)
            mail.Run(Spoken.In("pl", () => PostLetters.Reminder(texts, new Reader(null, email, reminder.Name), reminder.CompanyId, reminder.Occasion, reminder.Due, today, reminder.Fees, payee.Account ?? texts["podamy na życzenie"],
                MemberReference.For(reminder.Number, reminder.Due) ?? reminder.Name)));
        try
        {
            await db.SaveChangesAsync(cancel);
            return reminder.Email is null ? Posted.ToPrint : Posted.Mailed;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Posted.Skipped;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
