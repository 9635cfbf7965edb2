using Norda.Data;

namespace Norda.Features.Directory.Import;

/// <summary>When and for how many times a firm was changed: what tells an undo that someone else was there since.</summary>
internal static class FirmStamp
{
    /// <summary>In whole milliseconds, which both databases keep, so that what is read back equals what was written.</summary>
    public static DateTime Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    public static void Put(AppDb db, Company firm, DateTime? updatedAt, int version)
    {
        firm.UpdatedAt = updatedAt;
        db.Entry(firm).Property(c => c.Version).CurrentValue = version;
    }
}
