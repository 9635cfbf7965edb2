using Microsoft.EntityFrameworkCore;

namespace Norda.Data;

public static class Turns
{
    /// <summary>Needs a transaction: what the same person does at once goes on one after another, so that a limit counted inside holds.</summary>
    public static Task TakeTurn(this AppDb db, int userId, CancellationToken cancel) =>
        db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, x => x.IsActive), cancel);
}
