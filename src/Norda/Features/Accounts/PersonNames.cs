using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Accounts;

public class PersonNames(AppDb db) : IPersonNames
{
    public async Task<IReadOnlyDictionary<int, string>> Find(IReadOnlyCollection<int> people, CancellationToken cancel) =>
        people.Count == 0 ? new Dictionary<int, string>() : await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
}
