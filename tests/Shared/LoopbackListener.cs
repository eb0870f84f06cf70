using System.Net;
using System.Net.Sockets;

namespace Merit.Tests;

/// <summary>Listens for HTTP on a free port of the loopback.</summary>
internal static class LoopbackListener
{
    private const int Tries = 20;

    /// <summary>A listener at work, and its address without a slash at the end.</summary>
    public static (HttpListener Listener, string Address) Start()
    {
        for (var left = Tries; ; left--)
        {
            var address = FormattableString.Invariant($"http://127.0.0.1:{FreePort()}");
            var listener = new HttpListener();
            listener.Prefixes.Add($"{address}/");
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (left > 1)
            {
                // Somebody else took it meanwhile.
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
