"""A network line in user space, between this network namespace and a new one.

usage: relay.py OUR_ADDRESS THEIR_ADDRESS

Prints `ready PID`: what runs under `nsenter -t PID -n` is on the far side. Then reads one JSON object a line:
{"delayMs": 40, "loss": 0, "udp": "both"}. `delayMs` is one way, `loss` from 0 to 1, `udp` says which ways it passes:
both, none, to-us or to-them. Ends with its input. Needs root and /dev/net/tun; the kernel needs no netem.
"""
import fcntl, heapq, json, os, random, select, struct, subprocess, sys, time

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
UDP = 17
ours, theirs = sys.argv[1:3]


def open_tun(name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return fd


def run(*words):
    subprocess.check_call(words)


near, far = f"fmn{os.getpid()}", f"fmf{os.getpid()}"
us, them = open_tun(near), open_tun(far)
holder = subprocess.Popen(["unshare", "-n", "sleep", "infinity"], stdin=subprocess.DEVNULL)
time.sleep(0.3)
inside = ["nsenter", "-t", str(holder.pid), "-n"]
run("ip", "link", "set", far, "netns", str(holder.pid))
run("ip", "addr", "add", ours, "peer", theirs, "dev", near)
run("ip", "link", "set", near, "up", "mtu", "1400")
run(*inside, "ip", "link", "set", "lo", "up")
run(*inside, "ip", "addr", "add", theirs, "peer", ours, "dev", far)
run(*inside, "ip", "link", "set", far, "up", "mtu", "1400")
run(*inside, "ip", "route", "add", "default", "dev", far)
print("ready", holder.pid, flush=True)

line = {"delayMs": 0, "loss": 0, "udp": "both"}
queue, order, last = [], 0, {us: 0.0, them: 0.0}


def passes(packet, is_to_us):
    is_udp = len(packet) > 9 and packet[0] >> 4 == 4 and packet[9] == UDP
    if is_udp and line["udp"] not in ("both", "to-us" if is_to_us else "to-them"):
        return False
    return random.random() >= line["loss"]


def take_in(fd):
    global order
    for _ in range(64):
        try:
            packet = os.read(fd, 65535)
        except BlockingIOError:
            return
        if passes(packet, fd == them):
            due = max(time.monotonic() + line["delayMs"] / 1000, last[fd])
            last[fd], order = due, order + 1
            heapq.heappush(queue, (due, order, us if fd == them else them, packet))


def hand_on():
    while queue and queue[0][0] <= time.monotonic():
        fd, packet = heapq.heappop(queue)[2:]
        try:
            os.write(fd, packet)
        except OSError:
            pass


try:
    while True:
        wait = max(0, min(0.25, queue[0][0] - time.monotonic())) if queue else 0.25
        for fd in select.select([us, them, sys.stdin.buffer], [], [], wait)[0]:
            if fd in (us, them):
                take_in(fd)
            else:
                words = sys.stdin.buffer.readline()
                if not words:
                    sys.exit(0)
                line.update(json.loads(words))
                print("set", flush=True)
        hand_on()
finally:
    holder.kill()
