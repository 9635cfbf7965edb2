using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;

namespace Norda.Data;

public static class Counting
{
    /// <summary>How many rows each of the questions finds, by one command. They are asked of the same database.</summary>
    public static async Task<int[]> CountTogether(this AppDb db, IReadOnlyList<IQueryable<int>> questions, CancellationToken cancel)
    {
        var counts = questions.Select(q => Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(int)], q.Expression));
        // A select needs a row to stand on: this table always has exactly one.
        var together = Expression.Lambda<Func<AuditHead, int[]>>(Expression.NewArrayInit(typeof(int), counts), Expression.Parameter(typeof(AuditHead)));
        return await db.Set<AuditHead>().Select(together).SingleAsync(cancel);
    }
}
