using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>Somebody but the author opened it: counted once per person and day, however often and in how many windows.</summary>
public class CountView(AppDb db, Me me, TimeProvider clock)
{
    public async Task Run(int id, CancellationToken cancel)
    {
        var (person, day) = (me.Id, clock.Today());
        if (await db.Database.ExecuteSqlAsync($"INSERT INTO classified_views (classified_id, user_id, day) VALUES ({id}, {person}, {day}) ON CONFLICT DO NOTHING", cancel) == 1)
            await db.Set<Classified>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ViewsCount, x => x.ViewsCount + 1), cancel);
    }
}
