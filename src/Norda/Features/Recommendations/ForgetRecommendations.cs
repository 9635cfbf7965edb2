using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

/// <summary>Recommendations of a person who is erased go with them, or stay without a name and without a way to ask: as the person chose.</summary>
public class ForgetRecommendations(AppDb db) : IForgetPerson
{
    public async Task Forget(ForgottenPerson person, CancellationToken cancel)
    {
        // What no moderator published is nobody's loss.
        await db.Set<Recommendation>().Where(r => r.UserId == person.Id && (!person.KeepsTexts || r.Status != RecommendationStatus.Approved)).ExecuteDeleteAsync(cancel);
        await db.Set<Recommendation>().Where(r => r.UserId == person.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.ShowContact, false), cancel);
    }
}
