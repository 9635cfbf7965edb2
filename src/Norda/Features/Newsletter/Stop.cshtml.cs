using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Platform.Access;

namespace Norda.Features.Newsletter;

/// <summary>Behind the link of a newsletter: a question, then the deed. Mail programs post to it by themselves (RFC 8058); what nobody can guess is the link.</summary>
[Access(Resource.MailStop, Act.Change)]
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public class StopModel(NewsletterStopLink links, StopNewsletter stop) : PageModel
{
    public bool IsGood { get; private set; }
    public bool IsDone { get; private set; }

    public void OnGet(string secret) => Find(secret);

    public async Task OnPostAsync(string secret, CancellationToken cancel)
    {
        if (Find(secret) is not { } person)
            return;
        await stop.Run(person, cancel);
        IsDone = true;
    }

    private int? Find(string secret)
    {
        var person = links.Read(secret);
        IsGood = person is not null;
        if (!IsGood)
            Response.StatusCode = StatusCodes.Status410Gone;
        return person;
    }
}
