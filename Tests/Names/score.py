#!/usr/bin/env python3
"""score.py BINARY [OUTDIR] [-q] [-v] [--kind N] [--no-commands]

Builds the schools of name-customs-roster.csv with the lessons of name-customs.csv, runs `BINARY week` on each, compares
entrants.csv, pupils.csv and findings.csv with the labels, prints the score per kind and the errors. Standard library only.
-q no list of errors; -v also lists failed side checks and the tool's `why`; --kind N only that kind in the list.
The CSVs are looked for beside this file (or in $NAMES)."""
import sys,os,csv,io,re,shutil,subprocess,collections,time,datetime as dt,tempfile
HERE=os.environ.get('NAMES') or os.path.dirname(os.path.abspath(__file__))
FLAGS=[a for a in sys.argv[2:] if a[:1]=='-']; ARGS=[a for i,a in enumerate(sys.argv[2:],2) if a[:1]!='-' and sys.argv[i-1]!='--kind']
if len(sys.argv)<2: sys.exit(__doc__)
BIN=os.path.realpath(sys.argv[1]); OUT=ARGS[0] if ARGS else os.path.join(tempfile.gettempdir(),'name-customs-run')
ONLY=sys.argv[sys.argv.index('--kind')+1] if '--kind' in sys.argv else None
def rows(f): return list(csv.DictReader(open(f,encoding='utf-8-sig',newline='')))
roster=rows(HERE+'/name-customs-roster.csv'); ents=rows(HERE+'/name-customs.csv')
by=lambda t,s: [r for r in roster if r['record']==t and r['school']==s]
NICE=['nice','-n','10']
def line(r,sep=',',quote=csv.QUOTE_MINIMAL):
    b=io.StringIO(); csv.writer(b,delimiter=sep,lineterminator='',quoting=quote).writerow(r); return b.getvalue()
def table(path,head,body):
    with open(path,'w',encoding='utf-8-sig',newline='') as f: w=csv.writer(f); w.writerow(head); w.writerows(body)
def stays(e,j,start,end):
    """the rows of one entrant: (joined,left)"""
    a=start+dt.timedelta(seconds=-60+7*j); b=end+dt.timedelta(seconds=j)
    r=e['rows']
    if r=='2': return [(a,b),(a+dt.timedelta(minutes=2),b-dt.timedelta(minutes=3))]
    if r=='3': return [(a,b),(a+dt.timedelta(minutes=2),b-dt.timedelta(minutes=3)),(a+dt.timedelta(minutes=4),b-dt.timedelta(minutes=5))]
    if r=='2s': return [(a,start+dt.timedelta(minutes=20)),(start+dt.timedelta(minutes=22),b)]
    return [(a,b)]
us=lambda t: t.strftime('%m/%d/%Y %I:%M:%S %p')
us2=lambda t: '%d/%d/%d, %d:%02d:%02d %s'%(t.month,t.day,t.year,(t.hour-1)%12+1,t.minute,t.second,'AM' if t.hour<12 else 'PM')
ampm=lambda t: '%d:%02d %s'%((t.hour-1)%12+1,t.minute,'AM' if t.hour<12 else 'PM')
def dur(s): m,s=divmod(int(s),60); return ('%dm %ds'%(m,s)) if m else '%ds'%s
SEEN={}
def write_export(fmt,d,cls,mid,start,end,people,domain):
    """people: [(display,email,[(joined,left)],entrant or None,role)]; returns {line: entrant}"""
    where={}; name='%s-%s-%s'%(cls,start.strftime('%a'),start.strftime('%H%M'))
    if fmt.startswith('zoom'):
        fn='participants_%s_%s.csv'%(mid.replace(' ',''),name); mail=fmt=='zoom-mail'
        head=['Name (Original Name)','User Email','Join Time','Leave Time','Duration (Minutes)']+(['Guest'] if mail else [])+['Recording Consent','In Waiting Room']
        host=people[0][1] if mail else ''
        L=['Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,',line([mid,cls+' Lesson',us(start-dt.timedelta(minutes=5)),us(end+dt.timedelta(minutes=2)),host,52,len(people),'']),'',line(head)]
        for n,e,st,ent,role in people:
            for a,b in st:
                g=['No' if e.endswith(domain) else 'Yes'] if mail else []
                L.append(line([n,e if mail else '',us(a),us(b),-(-int((b-a).total_seconds())//60)]+g+['Y','No'])); where[len(L)]=ent
        open(os.path.join(d,fn),'w',encoding='utf-8-sig',newline='').write('\r\n'.join(L)+'\r\n')
    elif fmt=='teams-mail':
        fn='meetingAttendanceReport(%s Lesson %s).csv'%(cls,start.strftime('%a %H%M'))
        L=['Meeting Summary','Total Number of Participants\t%d'%len(people),'Meeting Title\t%s Lesson'%cls,'Meeting Start Time\t'+us2(start-dt.timedelta(minutes=5)),'Meeting End Time\t'+us2(end+dt.timedelta(minutes=2)),'','Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)']
        for n,e,st,ent,role in people:
            for a,b in st: L.append(line([n,us2(a),us2(b),dur((b-a).total_seconds()),e,role,e],'\t')); where[len(L)]=ent
        open(os.path.join(d,fn),'w',encoding='utf-16',newline='').write('\r\n'.join(L)+'\r\n')
    elif fmt=='teams-list':
        fn='meetingAttendanceList %s %s.csv'%(cls,start.strftime('%a %H%M')); ev=[]
        for n,e,st,ent,role in people:
            for a,b in st: ev.append((a,0,n,'Joined',ent)); ev.append((b,1,n,'Left',ent))
        L=['Full Name\tUser Action\tTimestamp']
        for t,_,n,act,ent in sorted(ev,key=lambda x:x[:2]): L.append(line([n,act,us2(t)],'\t')); where[len(L)]=ent
        open(os.path.join(d,fn),'w',encoding='utf-16',newline='').write('\n'.join(L)+'\n')
    elif fmt=='meet-mail':
        fn='%s Lesson %s (%s).csv'%(cls,mid,start.strftime('%Y-%m-%d %H_%M'))
        L=['Name,Email,Duration,Time joined,Time exited']
        for n,e,st,ent,role in people:
            for a,b in st: L.append(line([n,e,'%d min'%((b-a).total_seconds()//60),ampm(a),ampm(b)])); where[len(L)]=ent
        open(os.path.join(d,fn),'w',encoding='utf-8',newline='').write('\r\n'.join(L)+'\r\n')
    elif fmt=='meet-names':
        fn='Meet---%s-%s%s.csv'%(mid,start.strftime('%Y-%m-%d'),' (1)' if start.hour==14 else ''); q=csv.QUOTE_ALL
        L=[line(['Name','Joined at','Left at','Time in call','Status'],quote=q)]
        for n,e,st,ent,role in people:
            for a,b in st: L.append(line([n,ampm(a),ampm(b),'%d min'%((b-a).total_seconds()//60),'Left'],quote=q)); where[len(L)]=ent
        open(os.path.join(d,fn),'w',encoding='utf-8',newline='').write('\n'.join(L)+'\n')
    else: sys.exit('unknown export '+fmt)
    if fn in SEEN.setdefault(d,set()): sys.exit('two exports named '+fn)
    SEEN[d].add(fn); return fn,where
# ---------- write and run
shutil.rmtree(OUT,ignore_errors=True); schools=[r for r in roster if r['record']=='school']; wall=0; byrow={}; status={}; finds=collections.defaultdict(list); bad=0
pupils={r['id']:r for r in roster if r['record']=='pupil'}; staffids={r['id'] for r in roster if r['record']=='staff'}
for s in schools:
    k=s['school']; d=os.path.join(OUT,k); os.makedirs(d+'/roster'); os.makedirs(d+'/inbox'); mine=[e for e in ents if e['school']==k]
    open(d+'/school.toml','w',encoding='utf-8').write('[school]\nname = "%s"\ndomains = ["%s"]\ntime-zone = "Europe/London"\nhours = "08:30-16:00"\n\n[policy]\npreset = "zoom-primary"\n'%(s['family'],s['email']))
    st={r['id']:r for r in by('staff',k)}
    table(d+'/roster/staff.csv','Staff Code,Title,Forename,Surname,Email,Phone,Personal Meeting ID'.split(','),[[r['id'],r['title'],r['given'],r['family'],r['email'],'',''] for r in st.values()])
    body=[]; cont=collections.defaultdict(list)
    for r in by('contact',k): cont[r['pupil']].append(r)
    for p in by('pupil',k):
        for i,c in enumerate(cont[p['id']] or [None],1):
            body.append([p['family'],p['given'],p['middle'],p['preferred_family'] or p['family'],p['preferred_given'] or p['given'],p['id'],'Year  '+p['class'][0],p['class'],p['leaving'],p['email']]+([i,c['relation'],c['title'],c['given'],c['family'],'F' if c['barred'] else 'T','T' if c['barred'] else 'F',c['email'],c['phone']] if c else ['']*9))
    table(d+'/roster/SIMS contacts.csv','Legal Surname,Legal Forename,Middle Name(s),Preferred Surname,Preferred Forename,Adm No,Year Group,Reg Group,Leaving Date,Primary Email,Priority,Relationship,Title,Forename,Surname,Parental Responsibility,Court Order,Primary Email,Mobile'.split(','),body)
    cls={r['class']:r for r in by('class',k)}; tt=[]; wh={}
    lessons=collections.OrderedDict()
    for e in mine: lessons.setdefault((e['class'],e['date'],e['start']),[]).append(e)
    for i,((c,date,t),es) in enumerate(lessons.items()):
        C=cls[c]; fmt=C['export']; start=dt.datetime.fromisoformat(date+'T'+t); end=start+dt.timedelta(minutes=45)
        ci=sorted(cls).index(c); mid='8%02d 4%03d %04d'%(10+ci,300+len(k),2000+37*ci) if fmt.startswith('zoom') else 'abc-%sfg-h%sj'%(c[1].lower()+'e','ijklmnop'[ci%8]) if fmt.startswith('meet') else ''
        tt.append([mid,c,'Lesson','lesson',date,t,end.strftime('%H:%M'),C['lead'],C['second'],{'z':'Zoom','t':'Teams','m':'Meet'}[fmt[0]]])
        people=[(st[x]['given']+' '+st[x]['family'],st[x]['email'],[(start-dt.timedelta(minutes=5-n),end+dt.timedelta(minutes=1))],None,'Organizer' if n==0 else 'Presenter') for n,x in enumerate(es[0]['staff'].split('+') if es[0]['staff'] else (C['lead'],C['second']))]
        people+=[(e['display_name'],e['email'],stays(e,j,start,end),e,'Attendee') for j,e in enumerate(es)]
        fn,w=write_export(fmt,d+'/inbox',c,mid,start,end,people,s['email'])
        for n,e in w.items():
            if e is not None: wh[fn,n]=e
    table(d+'/timetable.csv','Meeting ID,Class,Subject,Kind,Date,Start,End,Lead Staff,Second Staff,Platform'.split(','),tt)
    for r,_,fs in os.walk(d):
        for f in fs: os.utime(os.path.join(r,f),(time.time()-7200,)*2)
    t0=time.time(); r=subprocess.run(NICE+[BIN,'week','--week','2026-W47','--now','2026-11-22T08:00:00','--school',d],capture_output=True,text=True); wall+=time.time()-t0
    open(d+'/stdout.txt','w').write(r.stdout); open(d+'/stderr.txt','w').write(r.stderr)
    if r.returncode not in(0,3,4): print('##',k,'exit',r.returncode,r.stderr[:1500]); bad+=1; continue
    if r.returncode==3: print('##',k,'exit 3:',r.stderr.strip()[:800])
    rep=d+'/reports/2026-W47/'
    def lines(ev):
        for x in ev.split(';'):
            f,_,n=x.strip().rpartition(':')
            for m in re.findall(r'(\d+)(?:-(\d+))?',n):
                for q in range(int(m[0]),int(m[1] or m[0])+1): yield os.path.basename(f),q
    for r in rows(rep+'entrants.csv'):
        for key in lines(r['evidence']):
            e=wh.get(key)
            if e is not None: byrow[e['no']]=r
    for r in rows(rep+'pupils.csv'): status[k,r['class'],r['date'],r['start'][:5],r['id']]=r['status']
    for r in rows(rep+'findings.csv'):
        hit={wh[x]['no'] for x in lines(r['evidence']) if x in wh}
        for no in hit: finds[no].append(r)
# ---------- compare
SEV=['FALSE ACCEPT pupil','FALSE ACCEPT staff','WRONG PUPIL','OVERCONFIDENT','TURNED AWAY','WRONG KIND','WRONG CANDIDATES','TOO CAUTIOUS','MISSING']
def fits(spec,o,ids):
    a,_,b=spec.partition(':'); want=set(b.split('+')) if b else set()
    if o!=a: return False
    return want<=set(ids) if a=='ambiguous' else (not want or set(ids)==want)
tot=collections.defaultdict(collections.Counter); errs=[]; side=collections.defaultdict(collections.Counter); sidebad=[]; nj={}; should=set(); may=collections.defaultdict(set); sess={}
for e in ents:
    r=byrow.get(e['no']); key=(e['school'],e['class'],e['date'],e['start']); kind=int(e['kind'])
    if r is None: o,ids,why='MISSING',[],''
    else: o=r['outcome']; ids=[x for x in ((r['candidates'] if o=='ambiguous' else r['id']) or '').split(';') if x]; why=r['why']
    allowed=e['allowed'].split('|'); never=[x for x in e['never'].split('|') if x]; ok=any(fits(a,o,ids) for a in allowed)
    hardnever=any(o==n.partition(':')[0] and (not n.partition(':')[2] or n.partition(':')[2] in ids) for n in never)
    t,_,tid=e['truth'].partition(':'); own=t=='pupil'; T=tot[kind]; T['n']+=1
    e.update(o=o,ids=ids,why=why,ok=ok)
    for a in allowed:
        if a.partition(':')[0] in('pupil','ambiguous'): may[key]|=set(a.partition(':')[2].split('+'))
    if own: may[key].add(tid); should.add((key,tid)); nj.setdefault((key,tid),e)
    if not ok:
        if o=='MISSING': v='MISSING'
        elif o=='pupil':
            if own: v='OVERCONFIDENT' if ids==[tid] else 'WRONG PUPIL'
            elif t=='unknown':
                c={i for a in allowed for i in a.partition(':')[2].split('+') if a.partition(':')[0] in('ambiguous','pupil')}
                v='FALSE ACCEPT pupil' if 'pupil' in never else 'WRONG PUPIL' if c-{''} and not set(ids)<=c else 'OVERCONFIDENT'
            else: v='FALSE ACCEPT pupil'
        elif o=='staff': v='FALSE ACCEPT staff' if t!='staff' and ('staff' in never or t!='unknown') else 'OVERCONFIDENT'
        elif o=='uninvited': v='TURNED AWAY' if own or t in('staff','contact','other','unknown') else 'OVERCONFIDENT' if t=='stranger' else 'WRONG KIND'
        elif o in('contact','other-class'): v='WRONG KIND'
        elif o=='ambiguous': v='WRONG CANDIDATES' if any(a.startswith('ambiguous') for a in allowed) else 'TOO CAUTIOUS'
        else: v='TOO CAUTIOUS'
        e['v']=v; T[v]+=1; errs.append(e)
        if hardnever: T['worst']+=1
    else: T['ok']+=1
    for c in [x for x in e['also'].split('|') if x]:
        a,_,b=c.partition(':'); good=None
        if a in('not-certain','joined','not-joined','certain'):
            stt=status.get(key+(b,)); good={'certain':stt=='non-joiner','not-certain':stt!='non-joiner','joined':stt=='joined','not-joined':stt!='joined'}[a] and stt is not None
            if a in('not-certain','joined') and stt=='non-joiner': nj.setdefault((key,b),e); should.add((key,b))
        elif a in('finding','no-finding'):
            rule,_,sv=b.partition(':'); got=[f for f in finds[e['no']] if f['rule'] in rule.split('/') and (not sv or f['severity']==sv)]; good=bool(got)==(a=='finding')
        elif a=='why': good=any(x in why.lower() for x in b.split('/'))
        side[kind]['n']+=1; side[kind]['ok']+=bool(good); side[a,'n']['n']+=1; side[a,'n']['ok']+=bool(good)
        if not good: sidebad.append((e,c,status.get(key+(b,)) if a in('not-certain','joined','not-joined','certain') else '; '.join(f['rule']+':'+f['severity'] for f in finds[e['no']])))
fnj=[(k,e) for k,e in nj.items() if status.get(k[0]+(k[1],))=='non-joiner']
for (k,p),e in fnj: tot[int(e['kind'])]['fnj']+=1
ghosts=[(k,v) for k,v in status.items() if v=='joined' and k[4] not in may[k[:4]]]
nm=lambda i: (lambda p: (p['preferred_given'] or p['given'])+' '+(p['preferred_family'] or p['family']) if p else i)(pupils.get(i))
pretty=lambda s: re.sub(r'\d{6}',lambda m: nm(m[0]),s)
print('%d entrants in %d lessons of %d classes, %d pupils, %d schools; week took %.1f s in all'%(len(ents),len({(e['school'],e['class'],e['date'],e['start']) for e in ents}),len({e['class'] for e in ents}),len(pupils),len(schools),wall))
short=['FA-pup','FA-stf','wrongP','overcf','turned','wrkind','wrcand','cautio','missng']
print('%-5s %4s %5s %5s %s %6s %6s %9s'%('kind','n','right','%',' '.join('%6s'%x for x in short),'worst*','f.nonj','side ok'))
def prt(name,T,S): print('%-5s %4d %5d %5.1f %s %6s %6s %9s'%(name,T['n'],T['ok'],100*T['ok']/max(1,T['n']),' '.join('%6s'%(T[x] or '.') for x in SEV),T['worst'] or '.',T['fnj'] or '.','%d/%d'%(S['ok'],S['n'])))
for k in sorted(tot): prt(str(k),tot[k],side[k])
A=collections.Counter(); B=collections.Counter()
for k in tot:
    if k: A.update(tot[k]); B.update(side[k])
prt('1-22',A,B)
A.update(tot[0]); print('* worst = the outcome stands in the label\'s "never"; f.nonj = a pupil who was there (or whom the label says must be open) reported as a certain non-joiner')
print('side checks:',', '.join('%s %d/%d'%(k[0],v['ok'],v['n']) for k,v in side.items() if isinstance(k,tuple)))
print('absent pupils counted as joined: %d'%len(ghosts))
lab=[e for e in ents if e['kind']!='0']; print('review (ambiguous) %.1f %% of the labelled'%(100*sum(e['o']=='ambiguous' for e in lab)/len(lab)))
mf={c['class']: c['export'] for c in roster if c['record']=='class'}
for w_,f in (('with e-mails',lambda e:mf[e['class']].endswith('-mail')),('without',lambda e:not mf[e['class']].endswith('-mail'))):
    x=[e for e in lab if f(e)]; print('classes %s: %d of %d right'%(w_,sum(e['ok'] for e in x),len(x)))
print('most frequent (allowed first -> got):')
for (a,b),n in collections.Counter((e['allowed'].split('|')[0].split(':')[0],e['o']) for e in errs).most_common(12): print('  %-12s -> %-12s %d'%(a,b,n))
# ---------- kind 19: commands
if '--no-commands' not in FLAGS:
    good=0; cb=[]; C=rows(HERE+'/name-customs-commands.csv')
    for c in C:
        d=os.path.join(OUT,c['school']); a=c['arguments'].split(' ¦ '); a+=['--school',d,'--now','2026-11-22T08:00:00']+(['--week','2026-W47'] if a[0]=='why' else [])
        r=subprocess.run(NICE+[BIN]+a,capture_output=True,text=True); out=r.stdout+r.stderr
        ok=(r.returncode in(0,3) if c['expect']=='ok' else r.returncode not in(0,3)) and c['text'] in out; good+=ok
        if not ok: cb.append((c,r.returncode,out.strip().replace('\n',' / ')[:220]))
    print('kind 19, commands: %d of %d right'%(good,len(C)))
    if '-q' not in FLAGS:
        for c,rc,o in cb: print('  CMD %s: %s | expected %s %r (%s) | exit %d: %s'%(c['school'],c['arguments'],c['expect'],c['text'],c['note'],rc,o))
# ---------- list
if '-q' not in FLAGS:
    for v in SEV:
        L=[e for e in errs if e['v']==v and (not ONLY or e['kind']==ONLY)]
        if L: print('\n== %s (%d)'%(v,len(L)))
        for e in L: print('  k%-2s %s %s #%s %r%s allowed %s | got %s%s | truth %s | %s [%s]%s'%(e['kind'],e['class'],e['date'][8:],e['no'],e['display_name'],' <%s>'%e['email'] if e['email'] else '',pretty(e['allowed']),e['o'],':'+','.join(map(nm,e['ids'])) if e['ids'] else '',pretty(e['truth']),e['note'],e['cite'],'\n        tool: '+e['why'][:200] if '-v' in FLAGS else ''))
    print('\n== CERTAIN NON-JOINER WHO WAS THERE OR MUST BE OPEN (%d)'%len(fnj))
    for (k,p),e in fnj: print('  k%s %s %s %s: %r got %s'%(e['kind'],k[1],k[2][8:],nm(p),e['display_name'],e['o']))
    print('\n== ABSENT PUPIL COUNTED AS JOINED (%d)'%len(ghosts))
    for k,_ in ghosts: print('  ',k[1],k[2][8:],nm(k[4]),[e['display_name'] for e in ents if e['ids']==[k[4]] and (e['school'],e['class'],e['date'],e['start'])==k[:4]])
    if '-v' in FLAGS:
        print('\n== SIDE CHECKS FAILED (%d)'%len(sidebad))
        for e,c,g in sidebad: print('  k%s %s %s %r %s | is %s'%(e['kind'],e['class'],e['date'][8:],e['display_name'],pretty(c),g))
sys.exit(1 if bad else 0)
