using Microsoft.AspNetCore.Mvc;

namespace Norda.Features.Notifications.Push;

/// <summary>
/// Offers to show notices on this device. It stands where a person has just seen what notices are good for (after the first RSVP):
/// <c>@await Component.InvokeAsync(typeof(PushOffer))</c>. Without JavaScript, or where the browser cannot, it stays hidden.
/// </summary>
public sealed class PushOffer : ViewComponent
{
    public IViewComponentResult Invoke() => View("/Features/Notifications/Push/_PushOffer.cshtml");
}
