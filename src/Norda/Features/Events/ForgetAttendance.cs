using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Events;

/// <summary>A year after an event nobody needs to know who the guests were, what was answered, and when who passed the door. That one was there stays.</summary>
public class ForgetAttendance(AppDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public async Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var before = now - Kept;
        var old = db.Set<Attendee>().Where(a => a.Event.EndsAt < before).Select(a => a.Id);
        return await db.Set<EventGuest>().Where(g => old.Contains(g.AttendeeId)).ExecuteDeleteAsync(cancel)
            + await db.Set<EventAnswer>().Where(a => old.Contains(a.AttendeeId)).ExecuteDeleteAsync(cancel)
            + await db.Set<CheckIn>().Where(c => old.Contains(c.AttendeeId)).ExecuteDeleteAsync(cancel);
    }
}
