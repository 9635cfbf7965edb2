using Microsoft.EntityFrameworkCore;
using MimeKit;
using Norda.Data;

namespace Norda.Features.Mail.Bounces;

/// <summary>
/// Takes notice of a letter that came back. An address that does not exist is put on hold at once, one that is full or away for the third
/// time. Reports about letters that we never wrote to that address are nobody's word.
/// </summary>
public class RecordBounce(AppDb db, TimeProvider clock)
{
    private const int MostSoft = 3;

    /// <returns>How many addresses the report was about.</returns>
    public async Task<int> Run(MimeMessage report, CancellationToken cancel)
    {
        var known = 0;
        foreach (var bounce in Bounce.In(report))
            known += await Run(bounce, cancel) ? 1 : 0;
        return known;
    }

    private async Task<bool> Run(Bounce bounce, CancellationToken cancel)
    {
        var letter = await db.Set<OutboxMail>().AsNoTracking().Where(m => m.Id == bounce.MailId).Select(m => new { m.Recipient, m.UserId, m.CreatedAt }).SingleOrDefaultAsync(cancel);
        if (letter is null || letter.CreatedAt.Ticks != bounce.Ticks || !letter.Recipient.Equals(bounce.Address, StringComparison.OrdinalIgnoreCase))
            return false;
        await Note(letter.Recipient, letter.UserId, bounce.MailId, bounce.Status, bounce.Reason, bounce.IsHard, cancel);
        return true;
    }

    /// <summary>Also what a server said while it was being given the letter.</summary>
    internal async Task Note(string address, int? userId, int mailId, string status, string? reason, bool isHard, CancellationToken cancel)
    {
        var (key, now) = (AddressHold.Of(address), clock.GetUtcNow().UtcDateTime);
        var hold = await db.Set<AddressHold>().SingleOrDefaultAsync(h => h.Address == key, cancel);
        if (hold is null)
            db.Add(hold = new AddressHold { Address = key, UserId = userId, Status = status });
        else if (hold.LastMailId == mailId)
            return;
        (hold.Status, hold.Reason, hold.LastBounceAt, hold.LastMailId) = (status, Cut(reason), now, mailId);
        hold.SoftBounces += isHard ? 0 : 1;
        if (isHard || hold.SoftBounces >= MostSoft)
            hold.HeldAt ??= now;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsLost(twice))
        {
            db.ChangeTracker.Clear(); // two reports about one address at once: one is enough
        }
    }

    private static string? Cut(string? reason)
    {
        var line = Platform.PlainText.Line(reason);
        return line?.Length > AddressHoldMap.LongestReason ? line[..AddressHoldMap.LongestReason] : line;
    }
}

/// <summary>Lets letters to an address go out again.</summary>
public class LiftHold(AppDb db)
{
    public async Task<bool> Run(string address, int? by, CancellationToken cancel) => await db.Set<AddressHold>().Where(h => h.Address == address && h.HeldAt != null)
        .ExecuteUpdateAsync(h => h.SetProperty(x => x.HeldAt, (DateTime?)null).SetProperty(x => x.SoftBounces, 0).SetProperty(x => x.LiftedBy, by), cancel) == 1;
}
